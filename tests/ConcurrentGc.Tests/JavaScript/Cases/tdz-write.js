// Assigning a let before its declaration throws ReferenceError (ECMA-262 9.1.1.1.5)
try { x = 1; let x; } catch (e) { console.log(e.name, e.message); }
try { y++; let y = 0; } catch (e) { console.log(e.name, e.message); }
let n = 0;
function side() { n++; return 5; }
try { z = side(); let z; } catch (e) { console.log(e.name, n); }
