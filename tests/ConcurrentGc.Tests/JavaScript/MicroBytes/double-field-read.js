// double-field-read: a double field read into a local (javascript.md 4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
class C { constructor(v) { this.v = v; } }
const box = new C(0.5);
box.v += 0.25;
function run(n) {
  let x = 0.5;
  for (let i = 0; i < n; i++) x = box.v;
  sink = x;
}
run(2000);
run(count);
console.log('done');
