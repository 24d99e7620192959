// V8 computes these by FDLIBM, to the last bit (ECMA-262 21.3.2 leaves the bits open)
const minus5 = -5, hundred = 100, p23 = 23, ten = 10;
console.log(ten ** minus5, 1.1 ** hundred, ten ** p23, Math.pow(ten, minus5), ten ** -324, 2 ** 0.5, (-8) ** (1 / 3));
console.log(Math.exp(-10), Math.cos(-6), Math.tan(-7), Math.cbrt(27), Math.sin(1e22), Math.cos(1e300), Math.log10(1000), Math.log2(8));
console.log(Math.hypot(1e200, 1e200), Math.hypot(NaN, Infinity), Math.hypot(), Math.hypot(-0), Math.hypot(3, 4), Math.hypot(1, 2, 3, 4), Math.hypot(NaN));
console.log(1 ** Infinity, NaN ** 0, (-0) ** -1, (-0) ** -3, (-2) ** 3, 0 ** 0, (-Infinity) ** 0.5, Math.atan2(-0, -0));
