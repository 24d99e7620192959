// Own enumerable properties: indexes in order, then names as they came (20.1.2).
const o = { b: 1, a: 'x', 2: 'two', 1: 'one', c: 1.5 };
o.d = o;
console.log(Object.keys(o).join(), Object.values(o).length, Object.values(o)[4], Object.entries(o)[0].join('='), Object.entries(o).length);
for (const [k, v] of Object.entries({ p: 1, q: 2.5 })) console.log(k, v);
console.log(Object.keys([5, , 7]).join(), Object.keys({}).length, Object.values([1, 0.5]).join(), Object.keys(5).length, Object.entries([]).length);
class C { constructor() { this.f = 1; } method() { } }
console.log(Object.keys(new C()).join());
const v = Object.values({ n: 0.5 });
v[0] += 1;
console.log(v[0]);
