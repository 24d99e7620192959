// rejected: 3:12 rest in an object pattern
const o = { a: 1, b: 2 };
const { a, ...others } = o;
console.log(a, others.b);
