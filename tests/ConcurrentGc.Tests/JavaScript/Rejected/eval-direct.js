// rejected: 3:13 eval
let x = 1;
console.log(eval('x + 1'));
