// string-concat-7: concatenation to 7 characters: copied, 16 + 8 (javascript.md 4)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const parts = ['abc', 'def', 'ghij'];
function run(n) {
  for (let i = 0; i < n; i++) sink = parts[i & 1] + parts[2];
}
run(2000);
run(count);
console.log('done');
