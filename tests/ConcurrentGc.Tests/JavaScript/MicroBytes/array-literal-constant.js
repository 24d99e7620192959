// array-literal-constant: `[1, 2, 3, 4]`, whose elements are shared until written (REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) sink = [1, 2, 3, 4];
}
run(2000);
run(count);
console.log('done');
