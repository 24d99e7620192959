// Plain and shorthand properties, methods, nesting, duplicate keys (ECMA-262 13.2.5)
const x = 1, y = 'why';
const o = { x, y, z: x + 1, 'quoted key': 2, 7: 'seven', m() { return this.z; }, n: { x: { x: 'deep' } } };
console.log(o.x, o.y, o.z, o['quoted key'], o[7], o['7'], o.m(), o.n.x.x);
const d = { a: 1, b: 2, a: 3 };
console.log(d.a, d.b);
const kw = { if: 1, class: 2, new: 3, true: 4 };
console.log(kw.if, kw.class, kw.new, kw.true);
console.log({}.x, ({ a: 1 }).a);
const t = { a: 1, b: 2, };
console.log(t.b);
