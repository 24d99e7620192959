// rejected: 3:13 syntax error
let x = 1;
let y = x + ;
console.log(y);
