// rejected: 3:5 syntax error
let a = 1;
let a = 2;
