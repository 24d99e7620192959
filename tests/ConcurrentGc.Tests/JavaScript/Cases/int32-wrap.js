// `| 0` wraps to a signed 32-bit integer (ECMA-262 7.1.6 ToInt32)
console.log(2147483647 | 0);
console.log(2147483648 | 0);
console.log(-2147483649 | 0);
console.log(4294967295 | 0);
console.log(4294967296 | 0);
console.log((2147483647 + 1) | 0);
console.log(1e20 | 0);
console.log(-1.9 | 0, 1.9 | 0);
console.log(NaN | 0, Infinity | 0, -Infinity | 0);
console.log(9007199254740993 | 0);
