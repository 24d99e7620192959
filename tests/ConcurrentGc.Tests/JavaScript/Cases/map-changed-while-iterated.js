// What is added while a Map is iterated is visited, what is deleted before its turn is not (24.1.5.1).
const m = new Map([[1, 'a'], [2, 'b'], [3, 'c']]);
const seen = [];
for (const [k] of m) {
  seen.push(k);
  if (k === 1) { m.delete(2); m.set(4, 'd'); }
  if (k === 4) { m.delete(1); m.set(1, 'again'); }
  if (seen.length > 20) break;
}
console.log(seen.join(' '));
const n = new Map();
for (let i = 0; i < 4; i++) n.set(i, i);
const order = [];
for (const [k] of n) {
  order.push(k);
  if (k < 20) { n.delete(k); n.set(k + 4, k); }
}
console.log(order.join(' '), n.size);
const cleared = new Map([[1, 1], [2, 2], [3, 3]]);
const after = [];
cleared.forEach((v, k) => {
  after.push(k);
  if (k === 2) { cleared.clear(); cleared.set('x', 1).set('y', 2); }
});
console.log(after.join(' '), cleared.size);
const iterator = cleared.keys();
console.log(iterator.next().value, cleared.delete('x'), iterator.next().value, iterator.next().done);
cleared.set('z', 3);
console.log(iterator.next().done, cleared.size);
const s = new Set([1]);
let turns = 0;
for (const v of s) { s.delete(v); if (turns++ < 30) s.add(v + 1); }
console.log(turns, s.size);
