// rejected: 4:13 delete of anything but a property
class A { }
class B extends A {
  m() { if (delete super.x) return 1; return 2; }
}
console.log(new B().m());
