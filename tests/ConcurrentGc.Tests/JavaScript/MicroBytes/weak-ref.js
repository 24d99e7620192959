// weak-ref: JSWeakRef 32
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const target = {};
function run(n) {
  for (let i = 0; i < n; i++) {
    sink = new WeakRef(target);
  }
}
run(2000);
run(count);
console.log('done');
