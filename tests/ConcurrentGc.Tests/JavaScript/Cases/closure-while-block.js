// A let in the body of a while loop is fresh in each iteration (ECMA-262 14.2.2)
const fs = [];
let n = 0;
while (n < 3) { let k = n * n; fs.push(() => k++); n++; }
console.log(fs[0](), fs[1](), fs[2](), fs[2](), fs[0]());
