// Literals, trailing comma, nesting, evaluation order (ECMA-262 13.2.4)
const a = [1, 'two', null, undefined, 4.5, [6, 7], { x: 8 }];
console.log(a.length, a[0], a[1], a[2], a[3], a[4], a[5][1], a[6].x);
console.log([].length, [1,].length, [undefined].length);
let log = '';
function t(v) { log += v; return v; }
const b = [t(1), [t(2), t(3)], t(4)];
console.log(log, b[1][0]);
let i = 0;
const c = [i++, i++, i];
console.log(c[0], c[1], c[2]);
function make() { return [1, 2, 3]; }
const m1 = make(), m2 = make();
m1[0] = 99;
console.log(m1[0], m2[0], make()[0]);
