// Endless recursion throws a RangeError that can be caught, twice (ECMA-262 20.5.5.2 RangeError; the limit itself is the host's)
function f() { return 1 + f(); }
try { f(); console.log('no error'); } catch (e) { console.log(e instanceof RangeError, e.name, e.message); }
let depth = 0;
function g() { depth++; g(); }
try { g(); } catch (e) { console.log(e instanceof RangeError, depth > 1000); }
class C { m() { return this.m(); } }
try { new C().m(); } catch (e) { console.log(e.name); }
console.log('alive');
