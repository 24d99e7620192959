// rejected: 2:15 Promise
const p = new Promise(() => {});
console.log(typeof p);
