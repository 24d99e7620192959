// Any value can be thrown and caught unchanged (ECMA-262 14.14)
function c(f) { try { f(); } catch (e) { return e; } return 'nothing'; }
const o = { v: 1 };
console.log(c(() => { throw 1; }), c(() => { throw 'text'; }), c(() => { throw null; }), c(() => { throw undefined; }), c(() => { throw 1.5; }));
console.log(c(() => { throw o; }) === o, c(() => { }), c(() => { throw -0; }));
