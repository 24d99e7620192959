// Shortest round-trip printing of fractions (ECMA-262 6.1.6.1.20)
console.log(0.1, 0.2, 0.1 + 0.2);
console.log(1 / 3, 2 / 3, 10 / 3, 100 / 3);
console.log(0.000001, 0.0000001, 0.00000123);
console.log(1.5, -1.25, 123.456);
console.log(5e-324, 1.7976931348623157e308, 2.2250738585072014e-308);
console.log(4.35, 4.35 * 100, 1.005 * 1000);
console.log(123456.789e3, 1e-10, 1.0);
console.log(0.5 + 0.5);
