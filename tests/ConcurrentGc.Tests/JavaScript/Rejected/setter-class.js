// rejected: 4:3 setters
class C {
  constructor() { this.v = 0; }
  set b(x) { this.v = x; }
}
console.log(new C().v);
