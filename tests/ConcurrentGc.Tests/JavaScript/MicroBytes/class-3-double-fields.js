// class-3-double-fields: instance with three double fields, each boxed (REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
class C { constructor(x) { this.x = x; this.y = x + 1; this.z = x + 2; } }
function run(n) {
  for (let i = 0; i < n; i++) sink = new C(i + 0.5);
}
run(2000);
run(count);
console.log('done');
