// array-shrink-by-length: 100 pushes, `length = 10`, 20 pushes; the trimmed store grows sooner
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
function run(n) {
  for (let i = 0; i < n; i++) {
    const a = [];
    for (let j = 0; j < 100; j++) a.push(j);
    a.length = 10;
    for (let j = 0; j < 20; j++) a.push(j);
    sink = a;
  }
}
run(2000);
run(count);
console.log('done');
