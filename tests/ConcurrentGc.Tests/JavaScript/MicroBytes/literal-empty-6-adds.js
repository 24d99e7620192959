// literal-empty-6-adds: `{}` then 6 properties, with the garbage property arrays (javascript.md 4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    const o = {};
    o.a = i;
    o.b = i;
    o.c = i;
    o.d = i;
    o.e = i;
    o.f = i;
    sink = o;
  }
}
run(2000);
run(count);
console.log('done');
