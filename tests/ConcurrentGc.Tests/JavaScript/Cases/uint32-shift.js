// `>>>` yields an unsigned 32-bit integer, above 2^31 too (ECMA-262 13.9.3, 7.1.7)
console.log(-1 >>> 0);
console.log(-1 >>> 1);
console.log(-1 >>> 31);
console.log(2147483648 >>> 0);
console.log(-2147483648 >>> 0);
console.log((-1 >>> 0) + 1);
console.log(4294967296 >>> 0);
console.log(5 >>> 33, -5 >>> 32);
console.log(typeof (-1 >>> 0));
