// The right side runs before a store to undefined throws, in V8 (ECMA-262 13.15.2)
let n = 0;
let u;
function side() { n++; return 1; }
try { u.x = side(); } catch (e) { console.log(e.name, n); }
try { u[0] = side(); } catch (e) { console.log(e.name, n); }
try { u.x += side(); } catch (e) { console.log(e.name, n); }
