// rejected: 2:15 Set
const s = new Set();
s.add(1);
console.log(s.size);
