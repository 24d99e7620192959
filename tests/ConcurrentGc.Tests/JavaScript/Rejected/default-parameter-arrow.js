// rejected: 2:12 default parameters
const f = (a = 1) => a;
console.log(f());
