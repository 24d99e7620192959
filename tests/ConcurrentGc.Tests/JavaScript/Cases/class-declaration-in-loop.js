// A class declaration makes a new class each time (ECMA-262 15.7.16)
const made = [];
for (let i = 0; i < 3; i++) {
  class K { get1() { return i; } }
  made.push(K);
}
console.log(new made[0]().get1(), new made[2]().get1());
console.log(made[0] === made[1], new made[0]() instanceof made[1]);
