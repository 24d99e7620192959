// array-new-10-fill: `new Array(10).fill(0)`, which allocates once (REPORT.md 3.4, the sentence below the table)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) sink = new Array(10).fill(0);
}
run(2000);
run(count);
console.log('done');
