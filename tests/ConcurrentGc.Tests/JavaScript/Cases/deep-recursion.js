// 5,000 frames with live locals (ECMA-262 10.2.1)
function depth(n) { return n === 0 ? 0 : 1 + depth(n - 1); }
console.log(depth(5000));
function list(n) { const node = { v: n, next: null }; if (n > 0) node.next = list(n - 1); return node; }
let p = list(1500), sum = 0;
while (p) { sum += p.v; p = p.next; }
console.log(sum);
