// string-concat-long: concatenation of 13 characters and more: a cons string (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const parts = ['abcdefghij', 'klmnopqrst', 'uvwxyz'];
function run(n) {
  for (let i = 0; i < n; i++) sink = parts[i & 1] + parts[2];
}
run(2000);
run(count);
console.log('done');
