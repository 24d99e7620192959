// Spread adds what an iterable yields to an array literal (13.2.4.1).
const a = [1, 2], m = new Map([['k', 'v']]);
console.log([...a].join(), [0, ...a, 3, ...a].join(), [...[]].length, [...'ab', ...m.keys(), ...m.values()].join());
const mixed = [...a, 0.5, 'x', ...[null, undefined]];
console.log(mixed.length, mixed[2], mixed[3], mixed[4], mixed[5]);
const copy = [...a];
copy.push(3);
console.log(a.length, copy.length, [...[1, , 2]][1], [...new Set([2, 2, 1])].join());
let big = [];
for (let i = 0; i < 60; i++) big = [...big, i];
console.log(big.length, big[59]);
