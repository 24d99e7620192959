// string-slice-5: slice of 5 characters: copied, 16 + 8 (javascript.md 4, REPORT.md 3.4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const text = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz';
function run(n) {
  for (let i = 0; i < n; i++) sink = text.slice(i & 31, (i & 31) + 5);
}
run(2000);
run(count);
console.log('done');
