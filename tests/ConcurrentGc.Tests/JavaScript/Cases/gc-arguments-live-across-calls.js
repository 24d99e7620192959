// Temporaries, receivers and arguments survive allocation in later arguments (ECMA-262 6.1.7 Object type; allocation-heavy)
function o(v) { return { v, pad: [v, v] }; }
function junk() { let a = null; for (let i = 0; i < 5; i++) a = { a }; return a; }
function f(a, b, c, d) { return a.v + b.v * 10 + c.v * 100 + d.v * 1000; }
let s = 0;
for (let i = 0; i < 50; i++) s += f(o(1), (junk(), o(2)), o((junk(), 3)), o(i));
console.log(s);
const arr = [o(1), (junk(), o(2)), { x: o(3), y: (junk(), o(4)) }];
console.log(arr[0].v + arr[1].v + arr[2].x.v + arr[2].y.v);
console.log(o('a').v + o('b').v + (junk(), o('c').v) + o('d').pad[1]);
class C { constructor(a, b) { this.a = a; junk(); this.b = b; this.c = o(9); } m(x) { junk(); return this.a.v + x.v + this.c.v; } }
console.log(new C(o(5), junk()).m(o(6)));
o(7)[(junk(), 'v')] = o(8);
const box = { k: null };
box[(junk(), 'k')] = o(11);
console.log(box.k.v, `${o('t').v}${junk().a.a.v}${o('u').pad[0]}`);
