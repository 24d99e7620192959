// rejected: 2:11 Symbol()
const s = Symbol('s');
console.log(typeof s);
