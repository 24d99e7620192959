// Build, reverse and shorten a linked list (ECMA-262 6.1.7 Object type; allocation-heavy)
class Node { constructor(v, next) { this.v = v; this.next = next; } }
let head = null;
for (let i = 0; i < 1500; i++) head = new Node(i, head);
function sum(l) { let s = 0; for (let p = l; p !== null; p = p.next) s += p.v; return s; }
console.log(sum(head), head.v);
function reverse(l) { let r = null; while (l !== null) { const n = l.next; l.next = r; r = l; l = n; } return r; }
head = reverse(head);
console.log(head.v, head.next.next.v, sum(head));
let n = 0;
for (let p = head; p !== null && p.next !== null; p = p.next) { p.next = p.next.next; n++; }
for (let i = 0; i < 500; i++) new Node(i, head);
console.log(n, sum(head));
