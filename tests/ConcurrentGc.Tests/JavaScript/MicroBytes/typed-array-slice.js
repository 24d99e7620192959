// typed-array-slice: JSTypedArray 96, JSArrayBuffer 88, bytes 48
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const target = new ArrayBuffer(100);
const bytes = new Uint8Array(target);
function run(n) {
  for (let i = 0; i < n; i++) {
    sink = bytes.slice(1, 30);
  }
}
run(2000);
run(count);
console.log('done');
