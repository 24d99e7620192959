// instanceof follows the prototype chain (ECMA-262 13.10.2)
class A { }
class B extends A { }
class C { }
let b = new B();
console.log(b instanceof B, b instanceof A, b instanceof C);
console.log(b instanceof Object, {} instanceof Object, [] instanceof Array);
console.log(5 instanceof Object, 'a' instanceof Object, null instanceof Object);
function F() { this.x = 1; }
console.log(new F() instanceof F, {} instanceof F);
