// array-literal-doubles-constant: `[0.5, 1.5]` (REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) sink = [0.5, 1.5];
}
run(2000);
run(count);
console.log('done');
