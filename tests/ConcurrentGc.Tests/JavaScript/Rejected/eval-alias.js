// rejected: 3:3 eval
const run = 1 ?
  eval : null;
console.log(typeof run);
