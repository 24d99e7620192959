// Arithmetic operators convert their operands to numbers (ECMA-262 7.1.4)
console.log('6' * '7', '6' / 2, '7' - 2, '7' % 4);
console.log(true + true, true + 1, null + 1, undefined + 1);
console.log('5' - - '2', '3' ** 2);
console.log('' * 1, ' 12 ' * 1, '0x10' * 1, 'abc' * 1);
console.log('7' | 0, '7' << 1, null | 5, undefined | 5, '1.9' | 0);
