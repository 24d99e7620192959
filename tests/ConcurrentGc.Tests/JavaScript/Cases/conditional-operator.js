// ?: evaluates one branch and is right associative (ECMA-262 13.14)
let n = 0;
function t() { n += 1; return 't'; }
function f() { n += 10; return 'f'; }
console.log(1 ? t() : f(), n);
console.log('' ? t() : f(), n);
function grade(x) { return x > 90 ? 'A' : x > 80 ? 'B' : 'C'; }
console.log(grade(95), grade(85), grade(10));
console.log((true ? 1 : 2) + 1, true ? 1 : 2 + 1);
