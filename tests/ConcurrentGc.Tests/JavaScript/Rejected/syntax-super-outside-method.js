// rejected: 3:10 syntax error
function f() {
  return super.m();
}
