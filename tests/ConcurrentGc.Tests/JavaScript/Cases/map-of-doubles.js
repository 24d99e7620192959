// Numbers that are no small integers are keys and values by their value (24.1.3.6).
const m = new Map();
for (let i = 0; i < 20; i++) m.set(i / 4, i / 8);
let sum = 0;
for (let i = 0; i < 20; i++) sum += m.get(i * 0.25);
console.log(sum, m.size, m.get(2 ** 40), m.set(2 ** 40, -0).get(1099511627776), 1 / m.get(2 ** 40));
m.set(0.1 + 0.2, 'x');
console.log(m.get(0.3), m.get(0.30000000000000004), m.get(Infinity), m.set(-Infinity, 1).get(-1 / 0));
for (const v of new Set([0.5, 0.5, 1, 1.0, '1'])) console.log(typeof v, v);
