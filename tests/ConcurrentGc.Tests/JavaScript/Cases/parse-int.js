// parseInt skips blanks, stops at the first bad digit, takes a radix (ECMA-262 19.2.5)
console.log(parseInt('42'), parseInt('  42abc'), parseInt('-7.9'));
console.log(parseInt('abc'), parseInt(''), parseInt('+5'));
console.log(parseInt('0x1f'), parseInt('1f', 16), parseInt('0x1f', 16));
console.log(parseInt('101', 2), parseInt('z', 36), parseInt('9', 8));
console.log(parseInt('12', 10), parseInt('12', 0));
console.log(parseInt(15.99), parseInt(null), parseInt('1e3'));
console.log(parseInt('123456789012345678'));
