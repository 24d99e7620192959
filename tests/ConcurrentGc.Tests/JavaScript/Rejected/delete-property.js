// rejected: 3:1 delete
const o = { a: 1, b: 2 };
delete o.a;
console.log(o.a);
