// Number.isInteger does not convert (ECMA-262 21.1.2.3)
console.log(Number.isInteger(5), Number.isInteger(5.0), Number.isInteger(5.5));
console.log(Number.isInteger(-0), Number.isInteger(1e300), Number.isInteger(NaN));
console.log(Number.isInteger(Infinity), Number.isInteger('5'), Number.isInteger(null));
console.log(Number.isInteger(2147483648), Number.isInteger(0.1 + 0.9));
