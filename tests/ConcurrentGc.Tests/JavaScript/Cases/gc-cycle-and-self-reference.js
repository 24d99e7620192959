// Cycles through objects, arrays, closures and classes (ECMA-262 6.1.7 Object type; allocation-heavy)
let last = null, sum = 0;
for (let i = 0; i < 300; i++) {
  const a = { i, self: null, peer: null, f: null }, b = [a, i];
  a.self = a; a.peer = b; b.push(b);
  a.f = () => a.peer[0].i;
  if (i % 30 === 0) last = { a, before: last };
}
for (let p = last, n = 0; p; p = p.before) sum += p.a.f() + p.a.self.peer[2][1];
console.log(sum);
