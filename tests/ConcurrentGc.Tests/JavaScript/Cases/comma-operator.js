// The comma operator evaluates left to right and yields the last (ECMA-262 13.16)
let x = (1, 2, 3);
console.log(x);
let i, j;
for (i = 0, j = 10; i < j; i++, j--) { }
console.log(i, j);
let s = '';
let r = (s += 'a', s += 'b', s.length);
console.log(s, r);
