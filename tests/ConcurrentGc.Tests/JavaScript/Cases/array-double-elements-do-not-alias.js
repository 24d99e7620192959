// Numbers read from double arrays are values (ECMA-262 6.1.6.1)
const a = [0.5, 1.5, 2.5];
const x = a[1];
a[1] += 10;
const o = { x: a[1], y: x };
a[1] = -1;
const objs = [o.x, 's', a[2]];
a[2] = 100.5;
console.log(x, o.x, o.y, objs[0], objs[2], a[1], a[2]);
const b = a.slice();
b[0]++;
console.log(a[0], b[0]);
