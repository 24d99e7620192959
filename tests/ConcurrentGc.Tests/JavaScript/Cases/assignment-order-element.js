// `a[i] = f()` evaluates a, i and then f, before storing (ECMA-262 13.15.2)
let log = '';
const a = [0, 0, 0];
function arr() { log += 'a'; return a; }
function idx(i) { log += 'i'; return i; }
function val(v) { log += 'v'; return v; }
arr()[idx(1)] = val(7);
console.log(log, a[1]);
let i = 0;
a[i] = i = 2;
console.log(a[0], a[2], i);
a[i++] = i;
console.log(a[2], i);
let b = a;
b[0] = (b = [9], 5);
console.log(a[0], b[0], b.length);
function replace() { c = { x: 'new' }; return 'stored'; }
let c = { x: 'old' };
const old = c;
c.x = replace();
console.log(old.x, c.x);
