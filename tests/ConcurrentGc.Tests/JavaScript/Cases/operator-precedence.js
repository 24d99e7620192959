// Precedence and associativity of the binary operators (ECMA-262 13.6-13.16)
console.log(1 + 2 * 3, (1 + 2) * 3, 10 - 4 - 3, 100 / 10 / 2);
console.log(1 + 1 << 2, 1 + (1 << 2), 1 | 2 & 3 ^ 1);
console.log(1 < 2 == true, 1 == 1 & 1, (5 & 4) == 4, 5 & 4 == 4);
console.log(!1 + 1, -2 + 3, ~1 + 1, -(3) % 2);
console.log(true || false && false, (true || false) && false);
let a, b;
a = b = 4;
console.log(a, b, 2 + 3 + 'x' + 2 * 3);
let i = 1;
console.log(i++ + ++i, i);
