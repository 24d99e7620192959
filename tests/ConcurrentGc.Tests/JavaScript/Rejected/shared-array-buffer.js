// rejected: 2:15 SharedArrayBuffer
const b = new SharedArrayBuffer(16);
console.log(typeof b);
