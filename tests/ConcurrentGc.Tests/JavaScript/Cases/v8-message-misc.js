// Other texts of V8 (texts are of V8; the throws are ECMA-262 20.5.5)
function m(f) { try { f(); return 'none'; } catch (e) { return e.name + ': ' + e.message; } }
const c = 1;
const o = {};
class A { constructor() { } }
class B extends A { constructor() { this.x = 1; } }
console.log(m(() => { c = 2; }));
console.log(m(() => A()));
console.log(m(() => new B()));
console.log(m(() => new Array(-1)));
console.log(m(() => undeclared));
console.log(m(() => { later; let later; }));
console.log(m(() => 1 instanceof o));
console.log(m(() => 'a' in 'abc'));
