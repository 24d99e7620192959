// Arrays join nested arrays; one inside itself is empty; too deep ones exceed the stack (ECMA-262 23.1.3.18)
const cyclic = [1]; cyclic.push(cyclic, [2, [3, cyclic]]);
console.log(String(cyclic), '' + cyclic, cyclic.join('-'));
let n = [];
for (let i = 0; i < 6000; i++) n = [n];
function c(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
console.log(c(() => String(n)), c(() => n + 'x'), c(() => `${n}`), c(() => +n), c(() => n.join()));
let m = 'end';
for (let i = 0; i < 1000; i++) m = [m];
console.log(String(m), String(cyclic));
