// Messages of V8 for what cannot be iterated.
const tell = f => { try { f(); console.log('fine'); } catch (e) { console.log(e.name + ': ' + e.message); } };
tell(() => { for (const a of 5) ; });
tell(() => { let q; for (const a of q) ; });
tell(() => { const o = { p: null }; for (const a of o.p) ; });
tell(() => { const o = { [Symbol.iterator]() { return 1; } }; for (const a of o) ; });
tell(() => { const o = { [Symbol.iterator]() { return { next() { return 1; } }; } }; for (const a of o) ; });
tell(() => { const o = { [Symbol.iterator]: 5 }; for (const a of o) ; });
tell(() => Symbol.iterator + '');
tell(() => Symbol.iterator * 2);
tell(() => { const { a } = null; });
tell(() => { const {} = undefined; });
tell(() => Array.from(null));
tell(() => { delete null.x; });
tell(() => { 'use strict'; delete [].length; });
console.log(typeof Symbol.iterator, Symbol.iterator === Symbol.iterator, Symbol.iterator == 1, Symbol.iterator.toString(), Symbol.iterator in [], !Symbol.iterator);
