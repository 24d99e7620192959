// The value of return is computed before finally runs (ECMA-262 14.15.3)
function f() { let x = 1; try { return x; } finally { x = 2; } }
console.log(f());
function g() { const o = { v: 1 }; try { return o; } finally { o.v = 2; } }
console.log(g().v);
let n = 0;
function h() { try { return ++n; } finally { n = 100; } }
console.log(h(), n);
function k() { let s = 'a'; try { return s + 'b'; } finally { let t = []; for (let i = 0; i < 20; i++) t.push({ i }); s = 'z'; } }
console.log(k());
