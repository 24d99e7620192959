// rejected: 3:5 destructuring
const o = { a: 1 };
let { a } = o;
console.log(a);
