// NaN is unequal to everything and unordered (ECMA-262 7.2.13-15)
let n = 0 / 0;
console.log(n);
console.log(n === n, n == n, n !== n, n != n);
console.log(n < 1, n > 1, n <= n, n >= n);
console.log(!(n < 1));
console.log(isNaN(n), isNaN('x'), isNaN('1'), isNaN(undefined));
console.log(n ? 'truthy' : 'falsy');
console.log(NaN + 1, NaN * 0, NaN ** 0, 1 ** NaN);
console.log(Infinity - Infinity, Infinity * 0, Infinity / Infinity);
