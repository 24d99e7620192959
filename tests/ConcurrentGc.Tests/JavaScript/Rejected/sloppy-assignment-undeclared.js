// rejected: 3:3 assignment to a variable that is not declared
function f() {
  t = 1;
}
f();
