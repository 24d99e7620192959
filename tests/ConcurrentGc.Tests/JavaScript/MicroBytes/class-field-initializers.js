// class-field-initializers: instance of a class with 3 field initializers (javascript.md 4, 3.2)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
class C { a = 1; b = 2; c = 3; }
function run(n) {
  for (let i = 0; i < n; i++) sink = new C();
}
run(2000);
run(count);
console.log('done');
