// Arrow functions use the this of their surroundings (ECMA-262 15.3)
class C {
  constructor(v) { this.v = v; this.get = () => this.v; }
  make() { return () => () => this.v; }
  each(n) { let s = ''; const f = i => { s += this.v + i; }; for (let i = 0; i < n; i++) f(i); return s; }
}
const c = new C('x');
const get = c.get;
console.log(get(), c.make()()(), c.each(3));
const other = { v: 'other', get: c.get };
console.log(other.get());
