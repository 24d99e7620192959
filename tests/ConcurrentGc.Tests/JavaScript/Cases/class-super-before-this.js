// this before super() throws ReferenceError (ECMA-262 13.3.7.1, 9.1.1.3.4)
class A { constructor() { this.a = 1; } }
class B extends A { constructor() { this.b = 2; super(); } }
try { new B(); } catch (e) { console.log(e.name, e instanceof ReferenceError); }
class C extends A { constructor() { } }
try { new C(); } catch (e) { console.log(e.name); }
class D extends A { constructor() { super(); super(); } }
try { new D(); } catch (e) { console.log(e.name); }
class E extends A { constructor(v) { const x = v * 2; super(); this.x = x; } }
console.log(new E(4).x, new E(4).a);
