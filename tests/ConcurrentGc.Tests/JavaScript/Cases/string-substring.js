// substring swaps and clamps its arguments (ECMA-262 22.1.3.25)
const s = 'The quick brown fox jumps';
console.log(s.substring(4, 9), s.substring(9, 4), s.substring(20), s.substring(0));
console.log(s.substring(-5, 3), s.substring(3, NaN), s.substring(100) + '|', s.substring(5, 5) + '|');
console.log(s.substring(4, 24), s.substring(4, 24).substring(6, 19));
console.log(s.substring(1.9, 3.1), s.substring('1', '3'), s.substring(undefined, 2));
