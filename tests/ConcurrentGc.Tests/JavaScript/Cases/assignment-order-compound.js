// `a[i] += f()` reads the old value before f runs (ECMA-262 13.15.2)
let x = 1;
function bump() { x = 100; return 1; }
x += bump();
console.log(x);
const o = { v: 1 };
function change() { o.v = 50; return 2; }
o.v += change();
console.log(o.v);
const a = [1, 2];
let i = 0;
a[i] += i = 1;
console.log(a[0], a[1], i);
a[i++] *= a[0] + i;
console.log(a[1], i);
let s = 'a';
s += (s = 'b', 'c');
console.log(s);
