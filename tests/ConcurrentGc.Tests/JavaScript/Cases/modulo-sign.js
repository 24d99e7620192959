// The sign of % is that of the dividend (ECMA-262 6.1.6.1.6)
console.log(7 % 3, -7 % 3, 7 % -3, -7 % -3);
console.log(5.5 % 2, -5.5 % 2);
console.log(1 % 0, 0 % 5, Infinity % 2, 2 % Infinity);
console.log(-2147483648 % -1);
console.log(1e17 % 7);
console.log(4294967296 % 10, 9007199254740991 % 2);
let i = -1;
i %= 4; console.log(i);
