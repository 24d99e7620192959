// && and || yield one of their operands (ECMA-262 13.13)
console.log(1 && 2, 0 && 2, '' && 2, null && 2, undefined && 2, NaN && 2);
console.log(1 || 2, 0 || 2, '' || 'd', null || undefined);
console.log('a' && 'b' || 'c', '' && 'b' || 'c');
let calls = 0;
function f(v) { calls++; return v; }
f(0) && f(1); console.log(calls);
f(1) || f(2); console.log(calls);
f(1) && f(2); console.log(calls);
console.log(!0, !'', !'a', !null, !!1, !!NaN);
