// Multiplication beyond int32 and beyond 2^53 (ECMA-262 6.1.6.1.4)
console.log(65536 * 65536);
console.log(46341 * 46341);
console.log(2147483647 * 2147483647);
console.log(-2147483648 * -1);
console.log(0x7fffffff * 31);
console.log(94906267 * 94906267);
console.log(0 * -5, -3 * 0);
let h = 17;
for (let i = 0; i < 10; i++) h = h * 31;
console.log(h);
