// default in the first or middle position runs only when nothing matches (ECMA-262 14.12.2)
function f(x) {
  switch (x) {
    default: return 'default';
    case 1: return 'one';
    case NaN: return 'never';
    case undefined: return 'undefined';
  }
}
console.log(f(1), f(2), f(NaN), f(undefined), f(null), f(1.0), f(-0));
function g(x) {
  let s = '';
  switch (x) { case 1: s += '1'; default: s += 'd'; case 2: s += '2'; }
  return s;
}
console.log(g(1), g(2), g(3));
switch (1) { }
