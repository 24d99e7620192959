// rejected: 3:3 private names
class Counter {
  #step() { return 1; }
}
console.log(typeof Counter);
