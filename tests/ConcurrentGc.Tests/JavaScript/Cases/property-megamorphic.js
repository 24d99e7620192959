// One access site sees more than four shapes, some without the property (ECMA-262 10.1.8)
const shapes = [
  { v: 1 }, { a: 0, v: 2 }, { a: 0, b: 0, v: 3 }, { b: 0, v: 4 }, { c: 0, v: 5 }, { c: 0, d: 0, v: 6 },
  { d: 0, v: 7 }, { e: 0, f: 0, g: 0, v: 8 }, { none: 1 }, [10, 11], 'text', 5,
];
function read(o) { return o.v; }
function len(o) { return o.length; }
let s = '', n = 0;
for (let r = 0; r < 3; r++)
  for (let i = 0; i < shapes.length; i++) { s += read(shapes[i]) + ' '; n += len(shapes[i]) || 0; }
console.log(s);
console.log(n);
for (let i = 0; i < 8; i++) { shapes[i].v = i * 1.5; shapes[i].added = i; }
let t = '';
for (let i = 0; i < 9; i++) t += read(shapes[i]) + ':' + shapes[i].added + ' ';
console.log(t);
