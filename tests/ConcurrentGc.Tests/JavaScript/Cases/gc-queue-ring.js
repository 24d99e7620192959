// Objects live for a while in a ring buffer (ECMA-262 6.1.7 Object type; allocation-heavy)
const ring = new Array(64).fill(null);
let sum = 0;
for (let i = 0; i < 3000; i++) {
  const old = ring[i % 64];
  if (old !== null) sum = (sum + old.a * 3 + old.b.length) % 1000007;
  ring[i % 64] = { a: i, b: i % 5 === 0 ? [i, i + 1] : 'x' };
}
console.log(sum);
