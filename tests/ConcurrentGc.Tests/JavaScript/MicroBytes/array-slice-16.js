// array-slice-16: `slice()` of 16 small integers (REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const source = new Array(16).fill(7);
function run(n) {
  for (let i = 0; i < n; i++) sink = source.slice();
}
run(2000);
run(count);
console.log('done');
