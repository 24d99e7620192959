// class-4-fields: instance of a class with 4 fields, 24 + 8n (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
class C { constructor(v) { this.a = v; this.b = v; this.c = v; this.d = v; } }
function run(n) {
  for (let i = 0; i < n; i++) sink = new C(i);
}
run(2000);
run(count);
console.log('done');
