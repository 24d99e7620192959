// floor, ceil, round, trunc, sign, abs (ECMA-262 21.3.2)
console.log(Math.floor(2.7), Math.floor(-2.1), Math.ceil(2.1), Math.ceil(-2.7), Math.trunc(2.9), Math.trunc(-2.9));
console.log(Math.round(2.5), Math.round(-2.5), Math.round(3.5), Math.round(0.49999999999999994), Math.round(-0.5));
console.log(Math.round(4503599627370495.5), Math.round(9007199254740991), Math.round(2147483647.5));
console.log(Math.floor(-0), Math.ceil(-0.9), Math.trunc(-0.9), Math.trunc(0.9), Math.floor(1e20));
console.log(Math.sign(-3), Math.sign(0), Math.sign(-0), Math.sign(9), Math.sign(NaN));
console.log(Math.abs(-5), Math.abs(-0), Math.abs(-2147483648), Math.abs(-1.5), Math.abs(NaN));
console.log(Math.floor(NaN), Math.round(Infinity), Math.floor('3.7'), Math.round(null), Math.floor());
