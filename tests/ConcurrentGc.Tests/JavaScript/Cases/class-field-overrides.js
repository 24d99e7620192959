// A field of a derived class replaces that of its base after super() (ECMA-262 15.7.10)
class A { v = 'a'; constructor() { this.first = this.v; } m() { return 'method'; } }
class B extends A { v = 'b'; m = 'field'; }
const b = new B();
console.log(b.first, b.v, b.m, new A().m());
