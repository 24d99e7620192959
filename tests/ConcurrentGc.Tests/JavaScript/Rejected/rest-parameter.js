// rejected: 2:15 rest parameters
function f(a, ...more) { return more.length; }
console.log(f(1, 2, 3));
