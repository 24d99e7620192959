// Constructors used often enough to settle their instance size (ECMA-262 6.1.7 Object type; allocation-heavy)
class P { constructor(x) { this.x = x; if (x % 2) this.odd = true; } }
class Q extends P { y = 1; constructor(x) { super(x); this.z = { x }; } }
const all = [];
for (let i = 0; i < 60; i++) { all.push(new P(i)); all.push(new Q(i)); }
for (let i = 0; i < all.length; i++) all[i].late = i;
for (let i = 0; i < all.length; i += 5) { all[i].later1 = 'l'; all[i].later2 = 0.5; all[i].later3 = all[i]; }
let s = 0, odd = 0;
for (let i = 0; i < all.length; i++) { const o = all[i]; s += o.x + o.late + (o.y || 0) + (o.z ? o.z.x : 0) + (o.later2 || 0) + (o.later3 ? o.later3.x : 0); if (o.odd) odd++; }
console.log(s, odd);
