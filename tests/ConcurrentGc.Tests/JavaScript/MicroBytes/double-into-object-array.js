// double-into-object-array: a double result stored into an array of objects (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const list = ['text', null, null, null];
function run(n) {
  for (let i = 0; i < n; i++) list[i & 3] = i + 0.5;
}
run(2000);
run(count);
console.log('done');
