// rejected: 2:15 regular expressions
const r = new RegExp('b+');
console.log(typeof r);
