// rejected: 3:13 spread
const a = { x: 1 };
const b = { ...a, y: 2 };
console.log(b.x);
