// The per-iteration copy is made on continue too (ECMA-262 14.7.4.3)
const fs = [];
for (let i = 0; i < 5; i++) {
  fs.push(() => i);
  if (i % 2) continue;
  i += 0;
}
let s = '';
for (let k = 0; k < fs.length; k++) s += fs[k]();
console.log(s);
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer;
    fs.push(() => i * 10 + j);
  }
}
console.log(fs[5](), fs[6](), fs[7]());
