// rejected: 2:15 default parameters
function f(a, b = 2) { return a + b; }
console.log(f(1));
