// Double arrays growing by push and index with live readers (ECMA-262 6.1.7 Object type; allocation-heavy)
const a = [];
for (let i = 0; i < 1200; i++) a.push(i * 0.5);
let s = 0;
for (let i = 0; i < a.length; i++) s += a[i];
console.log(s, a.length, a[1199]);
const b = [];
for (let i = 0; i < 400; i++) { b[i] = a[i] + 0.25; if (i % 50 === 49) a[i] = b[i] * 2; }
console.log(b[399], a[399], a[400], b.length);
const copies = [];
for (let i = 0; i < 10; i++) { const c = b.slice(i * 10, i * 10 + 5); c[0] += i; copies.push(c); }
console.log(copies[0][0], copies[9][0], copies[9][4], b[90]);
