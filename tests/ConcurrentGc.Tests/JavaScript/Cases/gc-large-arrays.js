// Arrays beyond the limit for regular objects (ECMA-262 6.1.7 Object type; allocation-heavy)
const big = new Array(20000).fill(0);
big[19999] = { end: 1 };
const copy = big.slice();
for (let i = 0; i < 100; i++) { big[i * 100] = { i }; }
console.log(copy[0], big[100].i, copy[19999] === big[19999], big.length);
let kept = null;
for (let i = 0; i < 8; i++) { const a = new Array(17000).fill(i); a[5] = kept === null ? null : kept[5]; kept = a; }
console.log(kept[0], kept[5], kept[16999]);
const dbl = new Array(18000).fill(0.5);
dbl[17999] += 1;
console.log(dbl[0] + dbl[17999]);
