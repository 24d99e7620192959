// typed-array-100: JSTypedArray 96, JSArrayBuffer 88; the bytes lie outside
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
const target = new ArrayBuffer(100);
const bytes = new Uint8Array(target);
function run(n) {
  for (let i = 0; i < n; i++) {
    sink = new Uint8Array(100);
  }
}
run(2000);
run(count);
console.log('done');
