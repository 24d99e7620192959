// o[k] with string, number and concatenated keys (ECMA-262 13.3.3)
const o = { a: 1, ab: 2, 1: 'one' };
const k = 'a';
console.log(o[k], o[k + 'b'], o['a' + 'b'], o[1], o['1'], o[0.5 + 0.5]);
o[k + 'c'] = 3;
console.log(o.ac);
o[1.5] = 'x'; o[-1] = 'y'; o[true] = 'z'; o[null] = 'n'; o[undefined] = 'u';
console.log(o['1.5'], o['-1'], o['true'], o['null'], o.undefined);
const names = ['p', 'q', 'r'];
const t = {};
for (let i = 0; i < 3; i++) t[names[i]] = i * i;
console.log(t.p, t.q, t.r);
