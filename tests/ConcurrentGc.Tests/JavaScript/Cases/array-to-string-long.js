// The text of a large array is a large string (ECMA-262 23.1.3.18)
const a = [];
for (let i = 0; i < 15000; i++) a.push(100000000 + i);
console.log(String(a).length, `${a}`.length, (a + '!').length, ('?' + a).length, (a + a).length, a.join('').length);
