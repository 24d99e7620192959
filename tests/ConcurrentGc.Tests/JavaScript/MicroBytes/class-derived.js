// class-derived: instance of a derived class, 1 own and 2 inherited fields (javascript.md 4, 3.2)
const count = process.argv.length > 2 ? parseInt(process.argv[2]) : 20000;
let sink = null;
class C { constructor(v) { this.a = v; this.b = v; } }
class D extends C { constructor(v) { super(v); this.c = v; } }
function run(n) {
  for (let i = 0; i < n; i++) sink = new D(i);
}
run(2000);
run(count);
console.log('done');
