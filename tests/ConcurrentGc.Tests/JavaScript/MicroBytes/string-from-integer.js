// string-from-integer: integer to string, each value new (javascript.md 4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
let base = 1000000;
function run(n) {
  for (let i = 0; i < n; i++) sink = '' + (i + base);
}
run(2000);
run(count);
console.log('done');
