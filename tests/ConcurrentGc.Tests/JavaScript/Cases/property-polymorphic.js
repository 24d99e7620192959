// One access site sees four shapes (ECMA-262 10.1.8)
class A { constructor() { this.v = 1; } }
class B { constructor() { this.a = 0; this.v = 2; } }
class C { constructor() { this.a = 0; this.b = 0; this.v = 3; } }
const make = [() => new A(), () => new B(), () => new C(), () => ({ z: 0, v: 4.5 })];
function read(o) { return o.v; }
function write(o, v) { o.v = v; }
let sum = 0;
for (let i = 0; i < 80; i++) { const o = make[i % 4](); sum += read(o); write(o, i); sum += o.v; }
console.log(sum);
