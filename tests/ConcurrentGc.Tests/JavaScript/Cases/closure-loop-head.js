// Closures made in the head of a for loop capture the right copy (ECMA-262 14.7.4.2-4)
let first, test = [], step = [];
for (let i = 0, f = () => i; i < 3; i++) { first = f; }
console.log(first());
for (let i = 0; test.push(() => i), i < 2; i++) { }
console.log(test.length, test[0](), test[1](), test[2]());
for (let i = 0; i < 2; step.push(() => i), i++) { }
console.log(step[0](), step[1]());
