// closure-loop-variable: arrow function that captures the loop variable: closure and context (javascript.md 4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) sink = () => i;
}
run(2000);
run(count);
console.log('done');
