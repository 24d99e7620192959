// &&=, ||= and ??= assign only when needed (ECMA-262 13.15.2)
let a = 0; a ||= 5; console.log(a);
a ||= 6; console.log(a);
a &&= 7; console.log(a);
let b = null; b ??= 8; console.log(b);
b ??= 9; console.log(b);
let z = 0; z &&= 1; z ??= 2; console.log(z);
const o = { x: 1 };
let calls = 0;
function f(v) { calls++; return v; }
o.x ||= f(2); o.x ??= f(3); console.log(o.x, calls);
o.y ??= f(4); o.x &&= f(5); console.log(o.x, o.y, calls);
const arr = [0];
arr[0] ||= 'e'; arr[1] ??= 'g';
console.log(arr[0], arr[1], arr.length);
const c = 1;
c ||= 2;
console.log(c);
