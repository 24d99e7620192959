// Reading let, const or class before its declaration throws ReferenceError (ECMA-262 9.1.1.1.6)
try { x; let x = 1; } catch (e) { console.log(e.name, e.message); }
try { f(); const y = 2; function f() { return y; } } catch (e) { console.log(e.name, e.message); }
try { new C(); class C { } } catch (e) { console.log(e.name, e.message); }
try { let z = z + 1; } catch (e) { console.log(e.name, e.message); }
try { typeof t; let t; } catch (e) { console.log(e.name, e.message); }
