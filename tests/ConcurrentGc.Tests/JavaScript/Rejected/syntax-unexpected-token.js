// rejected: 3:11 syntax error
function f(a) {
  return a];
}
