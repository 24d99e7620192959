// closure-2-shared-context: two arrow functions that share a context of 1, in an array (REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    let a = i;
    sink = [() => a++, () => a];
  }
}
run(2000);
run(count);
console.log('done');
