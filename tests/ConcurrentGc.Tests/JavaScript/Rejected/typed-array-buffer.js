// rejected: 2:15 typed arrays
const b = new ArrayBuffer(16);
console.log(b.byteLength);
