// -0 survives a store into arrays and fields that held small integers (ECMA-262 6.1.6.1)
let a = [1, 2, 3];
a[1] = -0;
console.log(1 / a[1], a[1], a[0], a[2]);
class P { constructor(v) { this.v = v; } }
let p = new P(1);
p.v = 0 * -1;
console.log(1 / p.v);
let q = new P(-0);
console.log(1 / q.v, 1 / new P(0).v);
