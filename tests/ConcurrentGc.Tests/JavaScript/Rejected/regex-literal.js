// rejected: 3:13 regular expressions
const s = 'abc';
console.log(/b+/.test(s));
