// array-new-10: `new Array(10)`, with a memento in ignition (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) sink = new Array(10);
}
run(2000);
run(count);
console.log('done');
