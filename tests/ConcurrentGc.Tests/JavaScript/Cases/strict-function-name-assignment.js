// In strict mode assigning to the name of a function expression throws (ECMA-262 15.2.5)
const strict = function f() { 'use strict'; try { f = 1; } catch (e) { return e.name + ': ' + e.message; } };
const sloppy = function g() { g = 1; return typeof g; };
console.log(strict(), sloppy());
try { (function () { 'use strict'; undeclared = 1; })(); } catch (e) { console.log(e.name + ': ' + e.message); }
console.log((function () { 'use strict'; return this; })(), (function () { 'use strict'; return typeof this; })());
