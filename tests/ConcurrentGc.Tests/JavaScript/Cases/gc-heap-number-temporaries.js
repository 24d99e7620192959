// Long double expressions with allocation between the operands (ECMA-262 6.1.7 Object type; allocation-heavy)
function d(x) { const o = { x: x + 0.5 }; return o.x; }
let s = 0.25;
for (let i = 0; i < 200; i++) s = (d(i) + d(i + 1)) * d(2) - d(i) * (d(3) - d(1)) + s / d(1);
console.log(Math.round(s * 1e6) / 1e6);
let big = 2147483647;
for (let i = 0; i < 100; i++) big = big + d(i) - 0.5 + i;
console.log(big);
function many(a, b, c, e, f) { return a - b + c - e + f; }
console.log(many(d(1), d(2), d(3), d(4), d(5)), many(1e10 + d(1), 1e10, d(2), d(3), 0.5));
