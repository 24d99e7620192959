// for-of-array-4: iterator 48, five results of 40
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const list = [1, 2, 3, 4];
function run(n) {
  for (let i = 0; i < n; i++) {
    for (const v of list) sink = v;
  }
}
run(2000);
run(count);
console.log('done');
