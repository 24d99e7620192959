// array-push-44: `[]` and 44 pushes, old stores are garbage (REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    const a = [];
    for (let k = 0; k < 44; k++) a.push(k);
    sink = a;
  }
}
run(2000);
run(count);
console.log('done');
