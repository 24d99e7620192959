// Shift counts use the low five bits only (ECMA-262 6.1.6.1.9-11)
console.log(1 << 31, 1 << 32, 1 << 33, 1 << -1);
console.log(-8 >> 1, -8 >> 33, -1 >> 31);
console.log(1.9 << 1.9, -1.5 >> 0);
console.log(0x40000000 << 1);
console.log(0x7fffffff << 1);
let n = 31;
console.log(1 << n, 1 << (n + 1), 1 << (n + 2));
