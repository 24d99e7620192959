// Labelled break and continue leave outer loops and blocks (ECMA-262 14.13)
let s = '';
outer: for (let i = 0; i < 4; i++) {
  for (let j = 0; j < 4; j++) {
    if (j === 2) continue outer;
    if (i === 2) break outer;
    s += i + '' + j + ' ';
  }
}
console.log(s);
block: {
  s = 'in';
  if (s) break block;
  s = 'never';
}
console.log(s);
let n = 0;
a: b: while (true) { n++; if (n < 3) continue a; break b; }
console.log(n);
one: do { n++; two: for (; ;) { if (n < 6) continue one; break two; } n += 100; } while (n < 6);
console.log(n);
