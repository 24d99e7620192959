// rejected: 3:25 spread
const a = [1, 2];
console.log(Math.max(0, ...a));
