// class-0-fields: instance of a class with 0 fields, 24 + 8n (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
class C { }
function run(n) {
  for (let i = 0; i < n; i++) sink = new C();
}
run(2000);
run(count);
console.log('done');
