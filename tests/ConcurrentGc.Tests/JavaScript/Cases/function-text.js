// The text of a function is its source (ECMA-262 20.2.3.5)
function f(a,  b) { /* c */ return a + b; }
class P { constructor(x) { this.x = x; } } class Q extends P { }
console.log(String(f), f.toString() === String(f), '' + ((a, b) => a + b), `${x => { return x; }}`);
console.log(String(P), String(Q), String(P.prototype.constructor), String({ m(x) { return x; } }.m), String({ n: function (y) { } }.n));
class St { static  s(a) { return a; } /* c */ m ( ) { } ['k' + 1]() { } static /* x */ t() { } static ['u']() { } 'v w'() { } }
console.log(String(St.s), String(new St().m), String(new St().k1), String(St.t), String(St.u), String(new St()['v w']));
console.log(String(St));
console.log(String(Math.max), String(class { }), String(() => 1));
