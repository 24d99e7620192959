// indexOf with a start position and an empty needle (ECMA-262 22.1.3.9)
const s = 'abcabcab';
console.log(s.indexOf('abc'), s.indexOf('abc', 1), s.indexOf('b', 5), s.indexOf('x'));
console.log(s.indexOf(''), s.indexOf('', 3), s.indexOf('', 99), ''.indexOf(''));
console.log(s.indexOf('ab', -5), s.indexOf('abcabcabc'), s.indexOf('ab', 7));
let n = 0;
for (let i = s.indexOf('a'); i >= 0; i = s.indexOf('a', i + 1)) n++;
console.log(n, 'x1y'.indexOf(1), 'undefined'.indexOf());
