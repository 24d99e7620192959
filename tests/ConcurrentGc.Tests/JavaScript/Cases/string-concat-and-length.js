// Concatenation, length and long built-up strings (ECMA-262 13.8.1, 22.1)
let s = '';
for (let i = 0; i < 200; i++) s += i % 10;
console.log(s.length, s[0], s[57], s[199]);
console.log(('abc' + 'def').length, ''.length, 'x'.length);
let t = 'ab';
for (let i = 0; i < 8; i++) t = t + t;
console.log(t.length, t.charCodeAt(511), t.indexOf('ba'));
let front = '';
for (let i = 0; i < 30; i++) front = i + front;
console.log(front);
