// fill sets every element or a range and returns the array (ECMA-262 23.1.3.7)
function show(x) { let s = x.length + ':'; for (let i = 0; i < x.length; i++) s += ' ' + x[i]; console.log(s); }
show(new Array(3).fill(0)); show(new Array(2).fill(1.5)); show(new Array(2).fill('s')); show(new Array(3).fill());
const a = [1, 2, 3, 4];
console.log(a.fill(9) === a);
show(a); show([1, 2, 3, 4].fill(0, 1, 3)); show([1, 2, 3].fill(7, -1)); show([1, 2, 3].fill(7, 2, 1));
const shared = new Array(2).fill({ n: 0 });
shared[0].n = 5;
console.log(shared[1].n, shared[0] === shared[1]);
const d = [1, 2, 3];
d.fill(0.25, 0, 1);
show(d);
