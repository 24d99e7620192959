// A cached miss must see a property added to the prototype later (ECMA-262 10.1.8.1)
class A { }
class B extends A { }
const b = new B();
function read(o) { return o.x; }
console.log(read(b), read(b), read(b));
A.prototype.x = 'from A';
console.log(read(b), read(b));
B.prototype.x = 'from B';
console.log(read(b));
b.x = 'own';
console.log(read(b), read(new B()));
B.prototype.m = function () { return 'm' + this.x; };
console.log(b.m());
B.prototype.m = function () { return 'changed'; };
console.log(b.m());
