// Static methods belong to the class and are inherited (ECMA-262 15.7)
class A {
  static make(v) { const a = new this(); a.v = v; return a; }
  static twice(x) { return x * 2; }
  static four(x) { return this.twice(this.twice(x)); }
}
class B extends A { static twice(x) { return super.twice(x) + 1; } }
console.log(A.four(3), B.four(3), A.make('x').v);
console.log(B.make(1) instanceof B, A.make(1) instanceof B);
console.log(new A().make, typeof A.make);
