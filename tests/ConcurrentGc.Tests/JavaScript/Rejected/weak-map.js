// rejected: 2:15 WeakMap
const m = new WeakMap();
console.log(typeof m);
