// Errors in constructors, super calls and field initializers (ECMA-262 15.7.14)
let log = '';
class A { constructor(bad) { log += 'A'; if (bad) throw new RangeError('bad'); log += 'a'; } }
class B extends A { f = (log += 'F'); constructor(bad) { try { super(bad); } finally { log += 'f'; } log += 'b'; } }
new B(false);
try { new B(true); } catch (e) { log += '!' + e.message; }
console.log(log);
class C { x = this.missing.y; }
try { new C(); } catch (e) { console.log(e.name); }
class D extends A { constructor() { try { super(true); } catch (e) { super(false); } this.ok = 'second super'; } }
console.log(new D().ok);
