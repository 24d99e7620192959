// Addition and subtraction cross 2^31 and 2^53 without wrapping (ECMA-262 6.1.6.1.7)
let a = 2147483647;
a = a + 1; console.log(a);
a++; console.log(a);
a -= 2; console.log(a);
let b = -2147483648;
b--; console.log(b);
b += 1; console.log(b);
console.log(1073741823 + 1, -1073741824 - 1);
console.log(9007199254740991 + 1, 9007199254740991 + 2);
console.log(9007199254740992 + 1, 9007199254740992 + 3);
console.log(-(-2147483648));
