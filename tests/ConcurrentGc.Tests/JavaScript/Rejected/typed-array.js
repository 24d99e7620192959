// rejected: 2:15 typed arrays
const a = new Int32Array(4);
console.log(a.length);
