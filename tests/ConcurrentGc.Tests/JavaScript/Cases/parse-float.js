// parseFloat takes the longest decimal prefix (ECMA-262 19.2.4)
console.log(parseFloat('3.14abc'), parseFloat('  -2.5e3x'), parseFloat('.5'));
console.log(parseFloat('abc'), parseFloat(''), parseFloat('-'));
console.log(parseFloat('Infinity'), parseFloat('-Infinityx'));
console.log(parseFloat('1.2.3'), parseFloat('0x10'), parseFloat('1e'));
console.log(parseFloat('-0'));
