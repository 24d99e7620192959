// weak-map-empty: JSWeakMap 32, table of 4 pairs 104
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    sink = new WeakMap();
  }
}
run(2000);
run(count);
console.log('done');
