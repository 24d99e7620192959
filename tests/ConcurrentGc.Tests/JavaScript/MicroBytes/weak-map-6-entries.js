// weak-map-6-entries: 32, tables of 4, 8 and 16 pairs
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const keys = [[0], [1], [2], [3], [4], [5]];
function run(n) {
  for (let i = 0; i < n; i++) {
    const m = new WeakMap();
    for (let k = 0; k < 6; k++) m.set(keys[k], k);
    sink = m;
  }
}
run(2000);
run(count);
console.log('done');
