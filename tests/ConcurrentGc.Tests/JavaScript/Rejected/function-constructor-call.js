// rejected: 2:11 Function constructor
const f = Function('return 1');
console.log(f());
