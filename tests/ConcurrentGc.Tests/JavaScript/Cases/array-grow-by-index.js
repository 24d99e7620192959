// Writing past the end extends the array with holes (ECMA-262 10.4.2.1)
const a = [];
a[0] = 'a';
a[1] = 'b';
a[5] = 'f';
console.log(a.length, a[3], a[5], a[a.length]);
for (let i = 0; i < 100; i++) a[a.length] = i;
console.log(a.length, a[6], a[105]);
const d = [0.5];
d[3] = 1.5;
console.log(d.length, d[1], d[3]);
d[50] = 'x';
console.log(d.length, d[0], d[49], d[50]);
const s = [1, 2];
s[2] = 2.5; s[4] = null;
console.log(s.length, s[0], s[2], s[3], s[4]);
