// An own property shadows a method of the prototype (ECMA-262 10.1.8.1)
class A { m() { return 'proto'; } }
const a = new A(), b = new A();
a.m = () => 'own';
console.log(a.m(), b.m());
b.m = 5;
console.log(b.m, new A().m());
class B extends A { }
const c = new B();
console.log(c.m());
c.m = function () { return 'own ' + (this === c); };
console.log(c.m());
