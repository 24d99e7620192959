// Assignment is an expression, right associative (ECMA-262 13.15)
let a, b, c;
a = b = c = 5;
console.log(a, b, c, a = 6, (b += 1) + 1);
const o = {}, p = {};
o.x = p.y = 'shared';
console.log(o.x, p.y);
const arr = [];
arr[0] = arr[1] = 1.5;
console.log(arr[0], arr[1], arr.length);
if (a = 0) console.log('never');
while (a = a + 1, a < 3);
console.log(a);
