// Missing arguments are undefined, extra ones are evaluated and dropped (ECMA-262 10.2.1)
function f(a, b) { return typeof a + ' ' + typeof b; }
console.log(f(), f(1), f(1, 2), f(1, 2, 3));
let n = 0;
function side() { return ++n; }
f(side(), side(), side(), side());
console.log(n);
function none() { }
console.log(none(), none(1));
console.log(f.length, none.length, ((a, b, c) => 0).length);
