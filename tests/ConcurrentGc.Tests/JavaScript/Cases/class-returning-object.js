// A constructor may return another object, primitives are ignored (ECMA-262 10.2.2)
const other = { v: 'other' };
class A { constructor(r) { this.v = 'own'; if (r !== undefined) return r; } }
console.log(new A().v, new A(other).v, new A(other) === other, new A(5).v);
class B extends A { constructor(r) { super(r); this.extra = 1; } }
const b = new B(other);
console.log(b === other, other.extra, b instanceof B);
