// ++ and -- on variables, value before or after (ECMA-262 13.4)
let i = 5;
console.log(i++, i, ++i, i, i--, i, --i, i);
let d = 1.5;
console.log(d++, d, --d, d);
let s = '7';
console.log(s++, s, typeof s);
let t = '7';
console.log(t++ + 1, typeof t);
let u;
console.log(u++, u);
let n = null;
console.log(++n);
let b = true;
b--; console.log(b);
