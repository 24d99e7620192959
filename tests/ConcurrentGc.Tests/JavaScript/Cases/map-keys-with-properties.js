// An object is found again as a key whatever is added to it before or after (24.1.3.6).
const m = new Map();
const objects = [];
for (let i = 0; i < 40; i++) {
  const o = i % 3 === 0 ? {} : i % 3 === 1 ? [i] : () => i;
  if (i % 2) for (let p = 0; p < i; p++) o['a' + p] = p;
  m.set(o, i);
  objects.push(o);
  if (!(i % 2)) for (let p = 0; p < i; p++) o['b' + p] = p;
}
let sum = 0, properties = 0;
for (let i = 0; i < 40; i++) {
  sum += m.get(objects[i]);
  if (i > 0) properties += objects[i][(i % 2 ? 'a' : 'b') + (i - 1)];
  objects[i].more = i;
  sum += m.get(objects[i]) + objects[i].more;
}
console.log(sum, properties, m.size);
