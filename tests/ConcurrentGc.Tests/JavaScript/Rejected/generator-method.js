// rejected: 4:3 generator functions
class C {
  plain() { return 1; }
  *items() { yield 1; }
}
console.log(new C().plain());
