// Insert into and walk an unbalanced search tree (ECMA-262 6.1.7 Object type; allocation-heavy)
class Tree {
  constructor() { this.root = null; this.size = 0; }
  insert(k) {
    const node = { k, left: null, right: null };
    if (!this.root) { this.root = node; this.size = 1; return true; }
    let p = this.root;
    for (; ;) {
      if (k === p.k) return false;
      if (k < p.k) { if (!p.left) { p.left = node; break; } p = p.left; }
      else { if (!p.right) { p.right = node; break; } p = p.right; }
    }
    this.size++;
    return true;
  }
  walk(f) { function go(n) { if (n) { go(n.left); f(n.k); go(n.right); } } go(this.root); }
  height() { function go(n) { return n ? 1 + Math.max(go(n.left), go(n.right)) : 0; } return go(this.root); }
}
const t = new Tree();
let x = 12345, dup = 0;
for (let i = 0; i < 1000; i++) { x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff; if (!t.insert(x % 2000)) dup++; }
let prev = -1, ordered = true, sum = 0;
t.walk(k => { if (k <= prev) ordered = false; prev = k; sum += k; });
console.log(t.size, dup, ordered, sum, t.height());
