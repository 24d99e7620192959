// array-shrink-by-pop: 100 pushes, 90 pops, 30 pushes; unoptimized code trims the store on the way
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    const a = [];
    for (let j = 0; j < 100; j++) a.push(j);
    for (let j = 0; j < 90; j++) a.pop();
    for (let j = 0; j < 30; j++) a.push(j);
    sink = a;
  }
}
run(2000);
run(count);
console.log('done');
