// closure-context-1: arrow function and a context of 1 captured variable an iteration, 56 + 16 + 8(n + 2) (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    let a = i;
    sink = () => a++;
  }
}
run(2000);
run(count);
console.log('done');
