// The text of V8 for reading and setting properties of undefined and null (texts are of V8; the throws are ECMA-262 20.5.5)
function m(f) { try { f(); return 'none'; } catch (e) { return e.message; } }
const o = {};
let u, n = null;
const key = 'dyn';
console.log(m(() => u.x));
console.log(m(() => n.x));
console.log(m(() => o.a.b));
console.log(m(() => u[0]));
console.log(m(() => u[key]));
console.log(m(() => u.method()));
console.log(m(() => { u.x = 1; }));
console.log(m(() => { n[3] = 1; }));
