// delete removes own properties; the order of the others stays (13.5.1).
const keys = o => Object.keys(o).join();
const o = { a: 1, b: 2, c: 3 };
console.log(delete o.c, keys(o), o.c, 'c' in o, delete o.missing, delete o['a'], keys(o), o.a, o.b);
o.c = 30;
o.a = 10;
console.log(keys(o), o.a + o.b + o.c);
for (let i = 0; i < 12; i++) o['p' + i] = i + 0.5;
delete o.p0;
delete o.p5;
delete o.b;
let sum = 0;
for (const k of Object.keys(o)) sum += o[k];
console.log(keys(o), sum);
o.p1 += 1;
o.p11 = 'text';
console.log(o.p1, o.p2, o.p11);
class P { constructor(x) { this.x = x; this.y = x * 2; this.z = x / 2; } sum() { return this.x + this.y + this.z; } }
const points = [];
for (let i = 0; i < 20; i++) points.push(new P(i));
for (let i = 0; i < 20; i += 2) { delete points[i].y; points[i].y = 100; }
let total = 0;
for (const p of points) total += p.sum();
console.log(total, keys(points[0]), keys(points[1]));
const a = [1, 2, 3];
a.note = 'n';
console.log(delete a[1], a.length, a[1], 1 in a, delete a.note, a.note, delete a[7], delete a.length, a.join());
const d = [0.5, 1.5];
console.log(delete d[0], d[0], d[1], delete [1, 2][0]);
function F() { }
F.prototype.m = () => 'inherited';
const f = new F();
f.m = () => 'own';
console.log(f.m(), delete f.m, f.m(), delete F.prototype.m, typeof f.m, delete 'text'.x, delete (5).y);
const key = {}, m = new Map([[key, 1]]);
key.p = 1; key.q = 2;
console.log(delete key.p, m.get(key), key.q);
let count = 0;
const cache = {};
for (let i = 0; i < 300; i++) { cache['k' + i % 7] = i; if (i % 3 === 0) delete cache['k' + i % 5]; }
for (const [k, v] of Object.entries(cache)) count += v;
console.log(count, keys(cache));
