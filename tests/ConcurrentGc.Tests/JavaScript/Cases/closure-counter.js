// Closures share and keep captured variables (ECMA-262 10.2)
function counter() {
  let n = 0;
  return { inc() { return ++n; }, get: () => n, reset: function () { n = 0; } };
}
const a = counter(), b = counter();
a.inc(); a.inc(); b.inc();
console.log(a.get(), b.get());
a.reset();
console.log(a.get(), b.get());
function adder(x) { return y => z => x + y + z; }
console.log(adder(1)(2)(3), adder('a')('b')('c'));
