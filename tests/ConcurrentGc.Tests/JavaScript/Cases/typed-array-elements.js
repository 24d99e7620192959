// Elements exist below the length only; other numbers are no properties (10.4.5).
const a = new Uint8Array(4);
a[0] = 1; a['1'] = 2; a[2.5] = 3; a[-1] = 4; a[4] = 5; a[1e9] = 6; a[3] = 257;
console.log([a, a[2.5], a[-1], a[4], a[1e9], a.length, 4 in a, 3 in a, '0' in a].join(' | '));
a[1] += 254.5; a[0]--; a[0]--; ++a[2];
console.log([a, a[1]++, a[1]].join(' | '));
a.name = 'x'; a['other'] = 7;
console.log([a, Object.keys(a), Object.values(a), Object.entries(a).length].join(' | '));
a.length = 100; a.byteLength = 3; a.buffer = null;
console.log([a.length, a.byteLength, typeof a.buffer].join(' | '));
console.log([delete a[9], delete a.other, a.other].join(' | '));
const f = new Float64Array(3);
f[0] = -0; f[1] = 1 / 3; f[2] = '12.5';
console.log([Object.values(f), 1 / f[0], f[1] * 3, f[2] + 1].join(' | '));
const g = new Float32Array(2); g[0] = 0.1; g[1] = 16777217;
console.log([g[0], g[1], g[0] === 0.1].join(' | '));
const u = new Uint32Array(2); u[0] = -1; u[1] = 5;
console.log([u[0], u[0] + 1, u[1] - 6, u[0] > 2147483647].join(' | '));
let sum = 0;
for (let i = 0; i < 3000; i++) { a[i % 4] = i; f[i % 3] = i / 7; u[i & 1] += i; sum += a[i % 4] + f[i % 3] + u[0]; }
console.log([sum, a, f, u].join(' | '));
for (const x of a) sum += x;
for (const [i, x] of f.entries()) sum += i * x;
console.log([sum, [...a], Array.from(u), [...a.keys()], a[Symbol.iterator] === a.values].join(' | '));
const [x, , z = 9] = a;
console.log([x, z, a == String(a), `${u}`, new Uint8Array(0) + '|'].join(' | '));
