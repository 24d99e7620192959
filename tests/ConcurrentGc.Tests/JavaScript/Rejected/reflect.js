// rejected: 3:13 Reflect
const o = { a: 1 };
console.log(Reflect.has(o, 'a'));
