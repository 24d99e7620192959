// double-field-first-store: instance with one double field, 32 and the box; the value comes from a constant (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
class C { constructor(v) { this.v = v; } }
const value = 0.5;
new C(1.5);
function run(n) {
  for (let i = 0; i < n; i++) sink = new C(value);
}
run(2000);
run(count);
console.log('done');
