// rejected: 3:8 syntax error
let a = 1;
const b;
