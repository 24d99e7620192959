// Calling a class without new throws TypeError (ECMA-262 10.2.1)
class Foo { }
try { Foo(); } catch (e) { console.log(e.name, e.message); }
class Bar extends Foo { constructor() { super(); } }
const o = { Bar };
try { o.Bar(); } catch (e) { console.log(e instanceof TypeError); }
console.log(new o.Bar() instanceof Foo);
