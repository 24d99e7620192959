// new on an ordinary function (ECMA-262 10.2.2)
function P(x) { this.x = x; this.y = 2; }
P.prototype.sum = function () { return this.x + this.y; };
const p = new P(1);
console.log(p.sum(), p instanceof P, p.z);
function R() { this.a = 1; return { a: 2 }; }
function S() { this.a = 1; return 3; }
console.log(new R().a, new S().a);
P.prototype.later = function () { return 'later'; };
console.log(p.later(), p.constructor === P);
