// break or continue in finally cancels a throw or return (ECMA-262 14.15.3)
function f() { while (true) { try { return 'returned'; } finally { break; } } return 'after loop'; }
console.log(f());
function g() { let n = 0; for (let i = 0; i < 3; i++) { try { throw i; } finally { n++; continue; } } return n; }
console.log(g());
function h() { out: { try { throw 'lost'; } finally { break out; } } return 'out'; }
console.log(h());
function k() { do { try { return 1; } finally { continue; } } while (false); return 2; }
console.log(k());
