// Missing properties read as undefined, on primitives too (ECMA-262 10.1.8)
const o = { a: 1 };
console.log(o.b, o['a'], o['b'], o[0], [].x, [][0], (5).x, 'abc'.x, true.x);
o.b = undefined;
console.log(o.b, 'b' in o);
class C { }
console.log(new C().anything, C.anything, (() => 1).anything);
console.log(o.b === o.c, typeof o.c, o.b || 'fallback');
