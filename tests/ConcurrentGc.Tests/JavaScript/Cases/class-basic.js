// Constructor, methods and independent instances (ECMA-262 15.7)
class Point {
  constructor(x, y) { this.x = x; this.y = y; }
  add(o) { return new Point(this.x + o.x, this.y + o.y); }
  len2() { return this.x * this.x + this.y * this.y; }
}
const a = new Point(1, 2), b = new Point(3, 4.5);
const c = a.add(b);
console.log(c.x, c.y, c.len2(), a.x, b.y);
console.log(a.add === b.add, typeof Point, a instanceof Point);
class Empty { }
console.log(new Empty() instanceof Empty, new Empty().x);
const noArgs = new Point;
console.log(noArgs.x);
