// rejected: 3:7 destructuring
const a = [1, 2];
const [x, y] = a;
console.log(x, y);
