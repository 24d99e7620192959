// ++ and -- on properties and elements (ECMA-262 13.4)
let o = { n: 1, d: 0.5 };
console.log(o.n++, o.n, ++o.n, o.n--, --o.n, o.n);
console.log(o.d++, o.d, --o.d);
let a = [10, 20];
let i = 0;
console.log(a[i++]++, a[0], i);
console.log(++a[i], a[1], a[i--]--, i, a[1]);
console.log(o.missing++, o.missing);
o.big = 2147483647;
o.big++;
console.log(o.big, o.big++, o.big);
