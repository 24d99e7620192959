// rejected: 2:12 destructuring
function f({ a }) { return a; }
console.log(f({ a: 1 }));
