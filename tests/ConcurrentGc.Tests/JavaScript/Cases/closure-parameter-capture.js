// Captured parameters are written by inner and outer code alike (ECMA-262 10.2.11)
function f(a, b) {
  const set = v => { a = v; };
  set(10);
  b++;
  return [() => a, () => b, v => { b = v; }];
}
const r = f(1, 2);
console.log(r[0](), r[1]());
r[2]('new');
console.log(r[1]());
const r2 = f(5, 6);
console.log(r2[1](), r[1]());
