// Division yields fractions, infinities and exact integers (ECMA-262 6.1.6.1.5)
console.log(6 / 2, 7 / 2, 1 / 3, -7 / 2);
console.log(1 / 0, -1 / 0, 0 / 0);
console.log(-2147483648 / -1);
console.log(4294967296 / 2);
console.log(10 / 4 * 4);
let x = 100;
x /= 8; console.log(x);
x /= 0; console.log(x);
