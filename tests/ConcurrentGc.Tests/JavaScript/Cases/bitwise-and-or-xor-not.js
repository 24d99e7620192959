// Bitwise operators on int32 operands (ECMA-262 13.12, 13.5.6)
console.log(5 & 3, 5 | 3, 5 ^ 3, ~5);
console.log(-1 & 0xff, -256 | 1, -1 ^ 1);
console.log(~-1, ~~3.7, ~~-3.7, ~NaN);
console.log(0xffffffff & 0xffffffff, 0xf0f0f0f0 ^ 0x0f0f0f0f);
console.log(4294967296.5 & 7, 2147483648 ^ 0);
let x = 6;
x &= 3; console.log(x);
x |= 8; console.log(x);
x ^= 15; console.log(x);
