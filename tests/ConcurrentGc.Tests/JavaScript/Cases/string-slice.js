// slice counts negative arguments from the end (ECMA-262 22.1.3.22)
const s = 'The quick brown fox jumps';
console.log(s.slice(4, 9), s.slice(-5), s.slice(-9, -6), s.slice(2, -20));
console.log(s.slice(9, 4) + '|', s.slice(100) + '|', s.slice(-100, 3), s.slice(0, 100) === s);
console.log(s.slice(4, 24).slice(6, 19).slice(0, 5), s.slice(), s.slice(3, undefined));
let t = s + s;
for (let i = 0; i < 10; i++) t = t.slice(1) + t[0];
console.log(t);
