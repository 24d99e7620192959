// double-arithmetic: one double result an iteration, kept in a local (javascript.md 4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  let x = 0.5;
  for (let i = 0; i < n; i++) x = x + 0.25;
  sink = x;
}
run(2000);
run(count);
console.log('done');
