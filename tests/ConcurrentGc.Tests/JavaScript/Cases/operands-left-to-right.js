// Binary operators evaluate both operands from the left (ECMA-262 13.15.4)
let log = '';
function t(x) { log += x + ' '; return x; }
t(1) + t(2) * t(3); console.log(log); log = '';
t(1) < t(2); t(2) > t(1); console.log(log); log = '';
t(5) == t(6); t(7) in { 7: 1 }; console.log(log); log = '';
let x = 1;
console.log(x + (x = 5) + x, x);
let y = 10;
console.log(y - y++ - y, y);
console.log((y = 3) * y);
