// sqrt, pow and the constants (ECMA-262 21.3.1, 21.3.2.26, 21.3.2.32)
console.log(Math.sqrt(16), Math.sqrt(2), Math.sqrt(-1), Math.sqrt(-0), Math.sqrt(1e-8));
console.log(Math.pow(2, 10), Math.pow(2, -2), Math.pow(9, 0.5), Math.pow(0, 0), Math.pow(NaN, 0), Math.pow(1, Infinity));
console.log(Math.PI, Math.E);
console.log(Math.pow(-2, 3), Math.pow(-2, 0.5), Math.pow(10, 15));
