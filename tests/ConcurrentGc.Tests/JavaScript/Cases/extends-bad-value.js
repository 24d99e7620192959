// extends needs a constructor or null (ECMA-262 15.7.14)
const notClass = 5;
try { class A extends notClass { } } catch (e) { console.log(e.name); }
const arrow = () => 0;
try { class B extends arrow { } } catch (e) { console.log(e.name); }
function F() { this.v = 1; }
class C extends F { }
console.log(new C().v, new C() instanceof F);
