// array-new-100: `new Array(100)` (REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) sink = new Array(100);
}
run(2000);
run(count);
console.log('done');
