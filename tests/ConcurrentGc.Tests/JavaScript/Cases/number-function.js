// Number() converts strings, booleans, null and undefined (ECMA-262 21.1.1.1, 7.1.4)
console.log(Number('42'), Number('  42  '), Number('4 2'));
console.log(Number(''), Number('   '), Number('abc'));
console.log(Number('0x1F'), Number('0b11'), Number('0o7'));
console.log(Number('1e3'), Number('-1.5'), Number('+2'));
console.log(Number('Infinity'), Number('-Infinity'), Number('infinity'));
console.log(Number(true), Number(false), Number(null), Number(undefined));
console.log(Number());
