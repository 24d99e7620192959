// Separate chaining with growth (ECMA-262 6.1.7 Object type; allocation-heavy)
class Table {
  constructor() { this.slots = new Array(8).fill(null); this.n = 0; }
  hash(k) { let h = 7; for (let i = 0; i < k.length; i++) h = (h * 31 + k.charCodeAt(i)) | 0; return h >>> 0; }
  put(k, v) {
    const i = this.hash(k) % this.slots.length;
    for (let e = this.slots[i]; e; e = e.next) if (e.k === k) { e.v = v; return; }
    this.slots[i] = { k, v, next: this.slots[i] };
    if (++this.n > this.slots.length) this.grow();
  }
  get(k) { for (let e = this.slots[this.hash(k) % this.slots.length]; e; e = e.next) if (e.k === k) return e.v; return undefined; }
  grow() {
    const old = this.slots;
    this.slots = new Array(old.length * 2).fill(null);
    for (let i = 0; i < old.length; i++) for (let e = old[i]; e;) {
      const next = e.next, j = this.hash(e.k) % this.slots.length;
      e.next = this.slots[j]; this.slots[j] = e; e = next;
    }
  }
}
const t = new Table();
for (let i = 0; i < 400; i++) t.put('key' + i % 250, { i });
let s = 0;
for (let i = 0; i < 260; i++) { const v = t.get('key' + i); s += v ? v.i : 10000; }
console.log(t.n, t.slots.length, s);
