// ** is right associative and follows Number::exponentiate (ECMA-262 13.6)
console.log(2 ** 10, 2 ** -1, 2 ** 0.5 === Math.sqrt(2));
console.log(2 ** 3 ** 2, (2 ** 3) ** 2);
console.log((-2) ** 2, (-2) ** 3, -(2 ** 2));
console.log(0 ** 0, NaN ** 0, 1 ** Infinity, (-1) ** Infinity);
console.log(2 ** 31, 2 ** 32, 2 ** 53, 2 ** 1024);
console.log((-8) ** (1 / 3), (-0) ** -1, (-0) ** 3);
let x = 3;
x **= 4; console.log(x);
