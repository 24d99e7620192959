// log, exp, sin, cos to nine digits (ECMA-262 21.3.2)
function r(x) { return Math.round(x * 1e9) / 1e9; }
console.log(r(Math.log(10)), r(Math.log(1)), Math.log(0), Math.log(-1), r(Math.exp(1)), r(Math.exp(-2)), Math.exp(0));
console.log(r(Math.sin(1)), r(Math.cos(1)), Math.sin(0), Math.cos(0), r(Math.sin(Math.PI)), r(Math.cos(-3)));
console.log(Math.sin(Infinity), Math.exp(-Infinity), Math.log(Infinity));
