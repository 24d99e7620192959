// rejected: 3:15 spread
const a = [1, 2];
const b = [0, ...a];
console.log(b.length);
