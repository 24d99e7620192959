// for-of follows the protocol of iterators, and closes one that it leaves early (7.4, 14.7.5.7).
const range = (n, log) => ({
  [Symbol.iterator]() {
    let i = 0;
    return {
      next() { return i < n ? { value: i++, done: false } : { value: 'end', done: true }; },
      return(v) { if (log) console.log('closed at', i); return {}; },
    };
  },
});
let sum = 0;
for (const v of range(5, true)) sum += v;
console.log(sum);
for (const v of range(5, true)) if (v === 2) break;
for (const v of range(3, true)) { if (v < 2) continue; console.log('last', v); }
const find = n => { for (const v of range(9, true)) if (v === n) return 'found ' + v; return 'none'; };
console.log(find(3), find(20));
try { for (const v of range(5, true)) if (v === 1) throw new Error('thrown'); } catch (e) { console.log(e.message); }
outer: for (const a of range(3, true)) for (const b of range(3, false)) { if (b === 1) continue outer; if (a === 1) break outer; console.log(a, b); }
const bad = { [Symbol.iterator]() { return { next() { return { done: false }; }, return() { throw new Error('from return'); } }; } };
try { for (const v of bad) throw new Error('from body'); } catch (e) { console.log(e.message); }
try { for (const v of bad) break; } catch (e) { console.log(e.message); }
try { for (const v of { [Symbol.iterator]() { return { next() { throw new Error('from next'); }, return() { console.log('not closed'); } }; } }) ; } catch (e) { console.log(e.message); }
try { for (const v of range(2, true)) { try { if (v === 1) break; } finally { console.log('finally', v); } } } finally { console.log('outer'); }
console.log([...range(3)].length, new Set(range(4)).size, Array.from(range(2)).join());
const once = [1, 2, 3].values();
for (const v of once) { console.log(v); break; }
for (const v of once) console.log('rest', v);
const it = new Map([['k', 'v']])[Symbol.iterator]();
console.log(it[Symbol.iterator]() === it, it.next().value.join('='), it.next().done, it.next().value);
class Tree {
  constructor(l, v, r) { this.l = l; this.v = v; this.r = r; }
  [Symbol.iterator]() { const all = []; if (this.l) for (const x of this.l) all.push(x); all.push(this.v); if (this.r) for (const x of this.r) all.push(x); return all.values(); }
}
console.log([...new Tree(new Tree(null, 1, null), 2, new Tree(null, 3, null))].join(' '));
