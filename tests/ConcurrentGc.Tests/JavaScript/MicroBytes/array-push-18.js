// array-push-18: `[]` and 18 pushes, old stores are garbage (REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    const a = [];
    for (let k = 0; k < 18; k++) a.push(k);
    sink = a;
  }
}
run(2000);
run(count);
console.log('done');
