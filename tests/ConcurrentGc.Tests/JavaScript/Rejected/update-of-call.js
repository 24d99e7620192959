// rejected: 2:1 ++ or -- of the result of a call
console.log(1) --> 2;
