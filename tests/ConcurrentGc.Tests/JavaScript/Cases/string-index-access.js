// Indexing yields one-character strings or undefined (ECMA-262 10.4.3)
const s = 'hello';
console.log(s[0], s[4], s[5], s[-1], s[1.5], s['1'], s['length']);
let r = '';
for (let i = s.length - 1; i >= 0; i--) r += s[i];
console.log(r, r === 'olleh', s[0] === 'h', s[2] === s[3]);
console.log('abc'[1].length, 'abc'[1][0][0]);
