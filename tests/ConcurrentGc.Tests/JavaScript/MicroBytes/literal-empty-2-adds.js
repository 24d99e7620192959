// literal-empty-2-adds: `{}` then 2 properties (javascript.md 4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    const o = {};
    o.a = i;
    o.b = i;
    sink = o;
  }
}
run(2000);
run(count);
console.log('done');
