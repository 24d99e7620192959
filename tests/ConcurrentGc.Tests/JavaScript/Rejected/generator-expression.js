// rejected: 2:11 generator functions
const g = function* () { yield 1; };
console.log(typeof g);
