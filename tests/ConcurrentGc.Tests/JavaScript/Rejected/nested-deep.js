// rejected: 6:24 generator functions
class A {
  m() {
    return () => {
      if (true) {
        const o = { f: function* () { yield 1; } };
        return o;
      }
    };
  }
}
console.log(typeof new A().m());
