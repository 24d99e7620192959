// A derived class without constructor passes all arguments on (ECMA-262 15.7.14)
class A { constructor(a, b, c) { this.sum = a + b + c; } }
class B extends A { }
class C extends B { }
console.log(new C(1, 2, 3).sum, new B('x', 'y', 'z').sum, new C().sum);
console.log(C.length, A.length);
