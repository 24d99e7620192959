// rejected: 2:15 Map
const m = new Map();
m.set('a', 1);
console.log(m.size);
