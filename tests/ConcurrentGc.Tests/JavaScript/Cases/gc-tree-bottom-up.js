// Complete binary trees made and dropped, one kept (ECMA-262 6.1.7 Object type; allocation-heavy)
function make(d) { return d === 0 ? { l: null, r: null } : { l: make(d - 1), r: make(d - 1) }; }
function check(t) { return t.l === null ? 1 : 1 + check(t.l) + check(t.r); }
const long = make(9);
let total = 0;
for (let i = 0; i < 20; i++) total += check(make(6));
console.log(total, check(long));
