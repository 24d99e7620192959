// Holes and indexes past the end read as undefined (ECMA-262 10.4.2)
const a = [1, , 3];
console.log(a.length, a[0], a[1], a[2], a[3], a[-1]);
const b = new Array(3);
console.log(b.length, b[0], b[2], b[1] === undefined);
b[1] = 5;
console.log(b[0], b[1], b[2], b.length);
const d = [1.5, , 2.5];
console.log(d[1], d[0] + d[2], d[1] + 1);
console.log([, 'x'].length, [, 'x'][0], [, ,].length);
console.log(1 in a, 0 in a, 5 in a);
