// Operations on undefined and null throw TypeError (ECMA-262 13.3.2, 13.3.6)
function c(f) { try { f(); return 'none'; } catch (e) { return e.name + (e instanceof TypeError) + (e instanceof Error); } }
const o = {};
let u, n = null;
console.log(c(() => u.x), c(() => n.x), c(() => u[0]), c(() => o.a.b));
console.log(c(() => { u.x = 1; }), c(() => { n[0] = 1; }), c(() => { o.a.b = 1; }), c(() => { u.x++; }));
console.log(c(() => u()), c(() => o.m()), c(() => n()), c(() => 'x'()), c(() => o()));
console.log(c(() => 1 instanceof 1), c(() => 1 instanceof o), c(() => 'a' in 'abc'), c(() => 'a' in u));
console.log(c(() => o.x), c(() => 'x'.y), c(() => typeof u));
