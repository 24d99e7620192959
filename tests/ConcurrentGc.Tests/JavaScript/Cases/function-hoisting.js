// Function declarations can be called before they appear (ECMA-262 15.2, 10.2.11)
console.log(before(2));
function before(x) { return x * 2; }
function outer() {
  return inner() + 1;
  function inner() { return 41; }
}
console.log(outer());
console.log(typeof later);
var later = function () { };
console.log(typeof later);
function twice() { return 1; }
console.log(twice());
function twice() { return 2; }
