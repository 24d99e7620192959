// rejected: 3:11 syntax error
let a = 1;
let b = a a;
