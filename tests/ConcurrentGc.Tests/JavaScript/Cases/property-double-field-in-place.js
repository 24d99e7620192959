// Double fields updated many times do not alias (ECMA-262 10.1.9)
class Body { constructor(x, v) { this.x = x; this.v = v; } step(dt) { this.x += this.v * dt; this.v *= 0.5; } }
const a = new Body(0.5, 1.5), b = new Body(0.5, -2.5);
const saved = a.x;
b.x = a.x;
for (let i = 0; i < 50; i++) { a.step(0.25); b.step(0.125); }
console.log(a.x, a.v, b.x, b.v, saved);
const c = { d: 0.1 };
const before = c.d;
c.d += 1;
const arr = [c.d, before];
c.d = -1.5;
console.log(arr[0], arr[1], c.d);
