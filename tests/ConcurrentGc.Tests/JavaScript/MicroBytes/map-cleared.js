// map-cleared: two tables of 4 entries
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    const m = new Map();
    m.set(i, i);
    m.clear();
    sink = m;
  }
}
run(2000);
run(count);
console.log('done');
