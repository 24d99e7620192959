// Each iteration of a for loop with let has its own binding (ECMA-262 14.7.4.4)
const fs = [];
for (let i = 0; i < 3; i++) fs.push(() => i);
console.log(fs[0](), fs[1](), fs[2]());
const gs = [];
for (let i = 0; i < 3; i++) { gs.push(() => i++); }
console.log(gs[0](), gs[0](), gs[1](), gs[2]());
const hs = [];
for (let i = 0; i < 4; i++) { hs.push(() => i); i++; }
console.log(hs.length, hs[0](), hs[1]());
const ks = [];
for (let i = 0, j = 10; i < 2; i++, j--) ks.push(() => i + ':' + j);
console.log(ks[0](), ks[1]());
