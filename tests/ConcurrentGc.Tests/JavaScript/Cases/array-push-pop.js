// push returns the new length, pop the last element (ECMA-262 23.1.3.23, 23.1.3.22)
const a = [];
console.log(a.push('x'), a.push('y', 'z'), a.push(), a.length);
console.log(a.pop(), a.pop(), a.pop(), a.pop(), a.length);
for (let i = 0; i < 300; i++) a.push(i);
let s = 0;
while (a.length > 100) s += a.pop();
console.log(s, a.length, a[99], a[100]);
a.push(0.5);
console.log(a.pop(), a.push(null), a[100]);
const h = new Array(2);
h.push(1);
console.log(h.length, h.pop(), h.pop(), h.length);
