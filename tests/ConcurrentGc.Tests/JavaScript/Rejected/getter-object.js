// rejected: 4:3 getters
const o = {
  a: 1,
  get b() { return this.a; },
};
console.log(o.b);
