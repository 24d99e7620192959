// String(), concatenation, template and toString() agree (ECMA-262 7.1.17)
let x = 1.5e-7;
console.log(String(x), '' + x, `${x}`, x.toString());
console.log((5).toString(), 5..toString(), (-5.5).toString());
console.log(NaN.toString(), (1 / 0).toString());
console.log((-0).toString() + '|');
console.log(String(1e21) + '|' + 1e21.toString());
console.log(true.toString(), String(null), String(undefined), String(false));
