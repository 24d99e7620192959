// + concatenates when either operand is a string, left to right (ECMA-262 13.8.1)
console.log(1 + '2', '1' + 2, 1 + 2 + '3', '1' + 2 + 3);
console.log('a' + null, 'a' + undefined, 'a' + true);
console.log('' + 1.5, '' + NaN, '' + -0, '' + 1e21);
console.log('3' + 4 * 5, ('3' + 4) * 5);
let s = 'n=';
s += 1; s += 0.5; s += 'x';
console.log(s);
let n = 5;
n += '5';
console.log(n, typeof n);
