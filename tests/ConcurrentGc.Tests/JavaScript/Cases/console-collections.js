// How console.log shows collections, iterators and weak things.
console.log(new Map(), new Set(), new Map([[1, { a: 2 }], ['x', [1]]]), new Set([1, 'a', null]));
console.log({ a: new Map([[1, new Map([[2, new Map([[3, 4]])]])]]) });
console.log(new WeakMap(), new WeakSet(), new WeakRef({ a: 1 }), new FinalizationRegistry(() => { }));
console.log(new Map([[1, 2]]).keys(), new Map([[1, 2]]).values(), new Map([[1, 2]]).entries(), new Set([1]).values(), new Set([1]).entries());
console.log(Symbol.iterator, [1].values(), 'ab'[Symbol.iterator]());
class Names extends Map { }
const n = new Names([['key', 'value']]);
console.log(n, Names, Map);
n.extra = 1;
const s = new Set([1]);
s.self = s;
console.log(n, s);
console.log(new Map([['a long key number one', 'a long value number one'], ['a long key number two', 'a long value number two']]));
console.log(new Set(['a long value number one', 'a long value number two', 'a long value number three', 4]));
const m = new Map();
m.set('self', m);
console.log(m, [new Map([[{ k: 1 }, { v: 1 }]])]);
const o = { [Symbol.iterator]() { } };
console.log(o);
const big = new Set();
for (let i = 0; i < 120; i++) big.add(i);
console.log(big);
