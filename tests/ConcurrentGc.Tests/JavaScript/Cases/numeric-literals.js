// Hex, octal, binary, exponent and separator forms (ECMA-262 12.9.3)
console.log(0xff, 0XFF, 0xdeadbeef);
console.log(0o17, 0O17, 0b1011, 0B1);
console.log(1e3, 1E3, 1e+3, 1e-3);
console.log(.5, 5., 5.e1, .5e1);
console.log(0.1e1, 0 + 1);
console.log(1_000_000, 0xff_ff);
console.log(0xffffffffff, 0x1fffffffffffff, 0x20000000000001);
