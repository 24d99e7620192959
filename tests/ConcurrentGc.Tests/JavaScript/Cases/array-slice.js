// slice copies a range, negative arguments count from the end (ECMA-262 23.1.3.28)
const a = [0, 1, 2, 3, 4, 5];
function show(x) { let s = x.length + ':'; for (let i = 0; i < x.length; i++) s += ' ' + x[i]; console.log(s); }
show(a.slice()); show(a.slice(2)); show(a.slice(1, 3)); show(a.slice(-2));
show(a.slice(-4, -1)); show(a.slice(4, 2)); show(a.slice(10)); show(a.slice(0, 100)); show(a.slice(1.9, 2.1));
const c = a.slice();
c[0] = 'changed';
console.log(a[0], c[0]);
const o = [{ v: 1 }];
o.slice()[0].v = 2;
console.log(o[0].v);
show([0.5, 1.5, 2.5].slice(1));
show([1, , 3].slice(0, 2));
