// double-field-update: a double field stored in place, the value made before the loop (javascript.md 4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
class C { constructor(v) { this.v = v; } }
const box = new C(0.5);
box.v += 0.25;
function run(n) {
  const x = n + 0.5;
  for (let i = 0; i < n; i++) box.v = x;
  sink = box;
}
run(2000);
run(count);
console.log('done');
