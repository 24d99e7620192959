// break and continue act on the innermost loop (ECMA-262 14.8-9)
let s = '';
for (let i = 0; i < 4; i++) {
  if (i === 1) continue;
  for (let j = 0; j < 4; j++) {
    if (j === 1) continue;
    if (j === 3) break;
    s += i + '' + j + ' ';
  }
}
console.log(s);
let i = 0;
while (true) { i++; if (i % 2) continue; if (i > 6) break; }
console.log(i);
i = 0;
do { if (i === 2) continue; if (i > 90) break; } while (++i < 5);
console.log(i);
