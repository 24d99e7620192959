// The text of V8 for calls of non-functions (texts are of V8; the throws are ECMA-262 20.5.5)
function m(f) { try { f(); return 'none'; } catch (e) { return e.message; } }
const o = { v: 5, n: { k: null } };
let u;
const arr = [1];
console.log(m(() => u()));
console.log(m(() => o.missing()));
console.log(m(() => o.v()));
console.log(m(() => o.n.k()));
console.log(m(() => arr[0]()));
console.log(m(() => o['v']()));
console.log(m(() => (5)()));
console.log(m(() => new u()));
console.log(m(() => new o.v()));
