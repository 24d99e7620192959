// Functions and classes have a name (ECMA-262 10.2.9)
function decl() { }
const expr = function () { };
const arrow = () => 0;
const named = function inner() { };
class K { }
const o = { m() { }, p: () => 0 };
console.log(decl.name, expr.name, arrow.name, named.name, K.name, o.m.name, o.p.name);
