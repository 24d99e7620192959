// Reading an undeclared name throws ReferenceError (ECMA-262 6.2.5.5)
try { missing; } catch (e) { console.log(e.name, e.message, e instanceof ReferenceError); }
try { missing(); } catch (e) { console.log(e.name, e.message); }
try { missing.x; } catch (e) { console.log(e.name); }
let n = 0;
function f() { n++; }
try { missing(f()); } catch (e) { console.log(n); }
