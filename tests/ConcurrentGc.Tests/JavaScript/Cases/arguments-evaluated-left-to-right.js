// Callee, then arguments from the left (ECMA-262 13.3.6, 13.3.8)
let log = '';
function t(x) { log += x; return x; }
function get() { log += 'f'; return function (a, b, c) { log += '!'; return a + b + c; }; }
console.log(get()(t('1'), t('2'), t('3')), log);
log = '';
const o = { m(a, b) { return a + b; } };
function obj() { log += 'o'; return o; }
obj()['' + t('m')](t('x'), t('y'));
console.log(log);
log = '';
let v = 1;
function three(a, b, c) { return a + ',' + b + ',' + c; }
console.log(three(v, v = 2, v++), v);
