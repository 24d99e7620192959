// array-emptied: 20 pushes, `length = 0`, one push
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    const a = [];
    for (let j = 0; j < 20; j++) a.push(j);
    a.length = 0;
    a.push(1);
    sink = a;
  }
}
run(2000);
run(count);
console.log('done');
