// Arrays that get shorter by length or pop, and grow again: what was cut off is gone (ECMA-262 10.4.2.4, 23.1.3.22)
function fill(n, make) {
  const a = [];
  for (let i = 0; i < n; i++) a.push(make(i));
  return a;
}

function show(a) {
  console.log(a.length, a[0], a[1], a[9], a[10], a[99], a.indexOf(7));
}

for (const make of [i => i, i => i + 0.5, i => 'x' + i]) {
  const a = fill(200, make);
  a.length = 100;
  show(a);
  a.length = 100;
  a.length = 10;
  show(a);
  a.length = 12;
  show(a);
  a.push(make(3));
  console.log(a.length, a[11], a[12]);
  a.length = 0;
  show(a);
  a.push(7);
  show(a);
  a.length = 0;
  a[0] = 'text';
  a[1] = 1.5;
  show(a);

  const b = fill(200, make);
  let sum = '';
  while (b.length > 0) sum = String(b.pop()) + sum;
  console.log(sum.length, b.length, b.pop());
  b.push(make(1), make(2));
  console.log(b.length, b[0], b[1], b[2]);
}

const literal = () => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30];
const first = literal();
first.length = 3;
console.log(first.length, first[2], first[3], literal().length, literal()[3]);
first.pop();
console.log(first.join(), literal().pop());
