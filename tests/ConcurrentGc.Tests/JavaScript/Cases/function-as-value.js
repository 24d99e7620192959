// Functions are objects: stored, passed, compared, given properties (ECMA-262 10.2)
function apply(f, x) { return f(f(x)); }
console.log(apply(x => x * 3, 2), apply(function (s) { return s + s; }, 'a'));
const table = [Math.abs, Math.floor, x => -x];
console.log(table[0](-2), table[1](2.5), table[2](3));
function f() { return f.count++; }
f.count = 0;
f(); f();
console.log(f.count, f === f, (() => 1) === (() => 1));
const compose = (a, b) => x => a(b(x));
console.log(compose(x => x + 1, x => x * 2)(5));
