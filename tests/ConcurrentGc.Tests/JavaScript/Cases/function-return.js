// return with and without a value, and falling off the end (ECMA-262 14.10)
function a() { return; }
function b() { return 1, 2; }
function c() { }
function d(x) { while (true) { if (x++ > 5) return x; } }
function e() {
  return
  1;
}
console.log(a(), b(), c(), d(0), e());
console.log((function () { return 'iife'; })());
console.log((() => 'arrow')(), (() => { 'block'; })());
