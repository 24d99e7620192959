// A Map is iterated in the order of insertion; a value that is replaced keeps its place (24.1.3).
const m = new Map([['a', 1], ['b', 2], ['c', 3]]);
m.set('b', 20);
m.delete('a');
m.set('a', 10);
for (const entry of m) console.log(entry[0], entry[1], entry.length);
for (const [k, v] of m.entries()) console.log(k, v);
for (const k of m.keys()) console.log(k);
for (const v of m.values()) console.log(v);
m.forEach(function (v, k, map) { console.log(v, k, map === m, this.x); }, { x: 'receiver' });
const copy = new Map(m);
console.log(copy.size, copy.get('b'), copy === m);
