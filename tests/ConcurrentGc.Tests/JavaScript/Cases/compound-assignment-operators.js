// Every arithmetic compound assignment (ECMA-262 13.15.2)
let x = 10;
console.log(x += 5, x -= 3, x *= 2, x /= 4, x %= 4, x **= 3);
let y = 0xff;
console.log(y <<= 4, y >>= 2, y &= 0xf0, y |= 1, y ^= 3);
let z = -1;
console.log(z >>>= 28, z >>>= 0);
let o = { v: 1 }, a = [2];
o.v += a[0] *= 5;
console.log(o.v, a[0]);
let s = 'a';
s += s += 'b';
console.log(s);
