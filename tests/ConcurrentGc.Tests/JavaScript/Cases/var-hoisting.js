// var is function scoped and undefined before its initializer (ECMA-262 14.3.2)
console.log(v);
var v = 1;
function f() {
  let r = '' + x;
  if (true) { var x = 5; }
  for (var i = 0; i < 3; i++) { }
  return r + ' ' + x + ' ' + i;
}
console.log(f());
var v;
console.log(v);
{ var v = 2; }
console.log(v);
function g(p) { var p; return p; }
console.log(g('kept'));
