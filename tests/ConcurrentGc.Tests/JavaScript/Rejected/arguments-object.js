// rejected: 3:10 arguments object
function f() {
  return arguments.length;
}
console.log(f(1, 2));
