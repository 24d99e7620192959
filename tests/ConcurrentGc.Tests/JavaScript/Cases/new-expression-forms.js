// Precedence of new with member access, and its argument order (ECMA-262 13.3.5)
const ns = { C: class { constructor(v) { this.v = v; } get1() { return this.v; } } };
console.log(new ns.C(1).v, new ns.C(2).get1(), (new ns.C).v);
console.log(new ns['C']('k').v);
function make() { return ns.C; }
console.log(new (make())(3).v);
let log = '';
function t(x) { log += x; return x; }
class D { constructor(a, b) { log += '!'; } }
new D(t('a'), t('b'));
console.log(log);
