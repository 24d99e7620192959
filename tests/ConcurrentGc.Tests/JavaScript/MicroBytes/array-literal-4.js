// array-literal-4: `[i, i, i, i]` (REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) sink = [i, i, i, i];
}
run(2000);
run(count);
console.log('done');
