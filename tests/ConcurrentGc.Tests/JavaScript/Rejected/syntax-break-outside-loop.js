// rejected: 3:10 syntax error
let a = 1;
if (a) { break; }
