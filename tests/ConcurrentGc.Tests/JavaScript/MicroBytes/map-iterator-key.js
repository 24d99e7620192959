// map-iterator-key: iterator 40, result 40
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const map = new Map([[1, 2]]);
function run(n) {
  for (let i = 0; i < n; i++) {
    sink = map.keys().next();
  }
}
run(2000);
run(count);
console.log('done');
