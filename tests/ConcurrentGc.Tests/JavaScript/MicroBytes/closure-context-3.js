// closure-context-3: arrow function and a context of 3 captured variables an iteration, 56 + 16 + 8(n + 2) (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    let a = i, b = i, c = i;
    sink = () => a++ + b++ + c++;
  }
}
run(2000);
run(count);
console.log('done');
