// closure-function: function expression, which has a prototype slot (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
let outer = 1;
function run(n) {
  for (let i = 0; i < n; i++) sink = function () { return outer; };
}
run(2000);
run(count);
console.log('done');
