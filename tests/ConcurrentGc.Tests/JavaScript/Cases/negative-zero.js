// -0 arises from multiplication, modulo, unary minus and rounding, and prints as -0 (ECMA-262 6.1.6.1)
let zero = 0;
console.log(-zero);
console.log(0 * -1);
console.log(-4 % 2);
console.log(Math.round(-0.2));
console.log(Math.ceil(-0.5));
console.log(0 / -3);
console.log(1 / -zero, 1 / zero);
console.log(-0 === 0);
console.log(-0 + 0, -0 - 0, 0 - 0);
console.log('' + -0, String(-0));
console.log((-0) | 0);
