// Closures hold their contexts alive, dropped ones do not matter (ECMA-262 6.1.7 Object type; allocation-heavy)
const fs = [];
for (let i = 0; i < 400; i++) {
  let o = { i }, hits = 0;
  const inc = () => { hits++; o = { i: o.i + 1 }; return hits; };
  if (i % 4 === 0) fs.push({ inc, get: () => o.i * 1000 + hits });
}
for (let r = 0; r < 3; r++) for (let k = 0; k < fs.length; k += 7) fs[k].inc();
let s = 0;
for (let k = 0; k < fs.length; k++) s += fs[k].get();
console.log(fs.length, s);
function chain(n) { let f = () => 0; for (let i = 1; i <= n; i++) { const g = f; f = () => i + g(); } return f; }
console.log(chain(100)());
