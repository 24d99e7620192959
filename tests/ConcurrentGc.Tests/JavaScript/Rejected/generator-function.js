// rejected: 3:1 generator functions
function plain() { return 1; }
function* numbers() {
  yield 1;
}
console.log(plain());
