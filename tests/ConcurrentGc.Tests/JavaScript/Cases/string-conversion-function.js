// String() of every primitive (ECMA-262 22.1.1.1)
console.log(String(5), String(1.25), String(-0), String('s'), String(true), String(null), String(undefined));
console.log(String().length, typeof String(1), String(1) === '1');
console.log(String(2147483648), String(1e-7), String(123456789), String(NaN));
