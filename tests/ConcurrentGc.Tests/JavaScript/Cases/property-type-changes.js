// A property may change between number, double, string and object (ECMA-262 10.1.9)
const o = { v: 1 };
console.log(o.v); o.v = 1.5;
console.log(o.v); o.v = 'text';
console.log(o.v); o.v = { w: 2 };
console.log(o.v.w); o.v = null;
console.log(o.v); o.v = 3000000000;
console.log(o.v); o.v = 4;
console.log(o.v); o.v = undefined;
console.log(o.v); o.v = true;
console.log(o.v);
class P { constructor(v) { this.v = v; } }
const a = new P(1), b = new P(2.5), c = new P('s'), d = new P(7);
a.v += 0.25; d.v = 'd';
console.log(a.v, b.v, c.v, d.v);
