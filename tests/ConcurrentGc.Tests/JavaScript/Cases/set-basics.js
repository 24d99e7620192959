// Set keeps each value once, in the order in which they came (24.2.3).
const s = new Set([3, 1, 3, 2, 1]);
console.log(s.size, s.has(3), s.has(4), s.add(4) === s, s.size, s.delete(3), s.delete(3), s.size);
let text = '';
for (const v of s) text += v;
for (const v of s.keys()) text += v;
for (const [a, b] of s.entries()) text += '(' + a + b + ')';
s.forEach((v, k, all) => { text += v === k && all === s ? '.' : '!'; });
console.log(text);
console.log(new Set('hello').size, new Set().size, new Set(undefined).size, new Set(null).size, new Set(new Set([1, 2])).size);
s.clear();
console.log(s.size, Set.length, Set.name, typeof s, String(s));
