// More than 20 properties added in turn, past the in-object room (ECMA-262 10.1.9)
function build(seed) {
  const o = {};
  o.a = seed; o.b = seed + 1; o.c = seed + 2; o.d = seed + 3; o.e = seed + 4; o.f = seed + 5;
  o.g = seed + 6; o.h = seed + 7; o.i = seed + 8; o.j = seed + 9; o.k = seed + 10; o.l = seed + 11;
  o.m = 'm' + seed; o.n = seed + 0.5; o.o = { seed }; o.p = [seed]; o.q = null; o.r = undefined;
  o.s = true; o.t = seed * 2; o.u = -seed; o.v = 'v'; o.w = seed * 1e10; o.x = seed % 3; o.y = 'end';
  return o;
}
let sum = 0, text = '';
for (let i = 0; i < 20; i++) {
  const o = build(i);
  sum += o.a + o.b + o.c + o.d + o.e + o.f + o.g + o.h + o.i + o.j + o.k + o.l + o.n + o.o.seed + o.p[0] + o.t + o.u + o.w + o.x;
  text = o.m + o.q + o.r + o.s + o.v + o.y;
}
console.log(sum, text);
