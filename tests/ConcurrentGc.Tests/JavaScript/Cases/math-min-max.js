// min and max with any number of arguments, NaN and -0 (ECMA-262 21.3.2.24-25)
console.log(Math.max(1, 3, 2), Math.min(1, 3, 2), Math.max(5), Math.min(-1.5, -2));
console.log(Math.max(), Math.min());
console.log(Math.max(1, NaN, 3), Math.min(NaN, 1));
console.log(Math.max(-0, 0), Math.min(0, -0), Math.max(-0, -0));
console.log(Math.max('3', 2), Math.max(2147483647, 2147483648), Math.min(true, null));
