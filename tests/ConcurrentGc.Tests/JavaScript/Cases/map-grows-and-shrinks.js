// Thousands of entries come and go and are found (24.1.3).
const m = new Map();
for (let i = 0; i < 700; i++) m.set(i % 2 ? i : 'k' + i, i);
let sum = 0;
for (let i = 0; i < 700; i++) sum += m.get(i % 2 ? i : 'k' + i);
for (let i = 0; i < 690; i++) if (!m.delete(i % 2 ? i : 'k' + i)) console.log('lost', i);
console.log(sum, m.size, m.has(1), m.get('k698'), m.get(699));
for (let round = 0; round < 50; round++) { m.set('t', round); m.delete('t'); }
let rest = '';
for (const [k, v] of m) rest += k + '=' + v + ' ';
console.log(rest, m.size);
