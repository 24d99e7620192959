// Relational operators on numbers and mixed operands (ECMA-262 7.2.13)
console.log(1 < 2, 2 < 1, 1 <= 1, 1 >= 2, -0 < 0, 0 <= -0);
console.log(1.5 < 2, 2147483647 < 2147483648, -Infinity < Infinity);
console.log('10' < 9, '10' < 11, null < 1, null >= 0, undefined < 1, undefined >= 0);
console.log(true > false, 'abc' < 5, 'abc' >= 5);
console.log(3 > 2 > 1, 1 < 2 < 3);
