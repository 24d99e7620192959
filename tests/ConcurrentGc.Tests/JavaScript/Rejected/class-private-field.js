// rejected: 3:3 private names
class Counter {
  #n = 0;
}
console.log(typeof Counter);
