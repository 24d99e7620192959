// rejected: 2:11 syntax error
const s = 'abc;
console.log(s);
