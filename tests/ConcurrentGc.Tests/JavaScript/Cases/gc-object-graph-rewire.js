// A random graph is rewired while most of it becomes garbage (ECMA-262 6.1.7 Object type; allocation-heavy)
class V { constructor(id) { this.id = id; this.out = [null, null, null]; } }
let seed = 1;
function rnd(n) { seed ^= seed << 13; seed ^= seed >>> 17; seed ^= seed << 5; return (seed >>> 0) % n; }
const roots = [];
for (let i = 0; i < 40; i++) roots.push(new V(i));
for (let step = 0; step < 2000; step++) {
  const v = roots[rnd(40)];
  const w = rnd(3) === 0 ? new V(1000 + step) : roots[rnd(40)];
  v.out[rnd(3)] = w;
  if (rnd(20) === 0) roots[rnd(40)] = v.out[0] || v;
}
let sum = 0;
for (let i = 0; i < 40; i++) { let p = roots[i]; for (let k = 0; k < 10 && p; k++) { sum = (sum * 31 + p.id) | 0; p = p.out[k % 3]; } }
console.log(sum);
