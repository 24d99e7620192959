// rejected: 3:3 getters
class C {
  get b() { return 1; }
}
console.log(new C().b);
