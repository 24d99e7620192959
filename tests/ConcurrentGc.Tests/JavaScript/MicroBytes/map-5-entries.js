// map-5-entries: 32, tables of 4 and 8 entries
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    const m = new Map();
    for (let k = 0; k < 5; k++) m.set(k, k);
    sink = m;
  }
}
run(2000);
run(count);
console.log('done');
