// ?? replaces only null and undefined (ECMA-262 13.13)
console.log(null ?? 1, undefined ?? 2, 0 ?? 3, '' ?? 4, false ?? 5);
console.log(NaN ?? 6);
let o = { a: 0 };
console.log(o.a ?? 'none', o.b ?? 'none');
let n = 0;
function f() { n++; return 'f'; }
console.log('x' ?? f(), n);
console.log(null ?? f(), n);
console.log((null || undefined) ?? 'z');
