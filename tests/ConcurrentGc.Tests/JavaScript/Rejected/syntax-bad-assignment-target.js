// rejected: 3:1 syntax error
let a = 1;
a + 1 = 2;
