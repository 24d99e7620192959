// Assignment to a const throws TypeError after the right side is evaluated (ECMA-262 9.1.1.1.5)
const c = 1;
let n = 0;
function side() { n++; return 2; }
try { c = side(); } catch (e) { console.log(e.name, e.message, n); }
try { c++; } catch (e) { console.log(e.name); }
try { c += 1; } catch (e) { console.log(e.name); }
console.log(c);
const o = { x: 1 };
o.x = 2;
console.log(o.x);
try { for (const i = 0; i < 2; i++) { } } catch (e) { console.log(e.name); }
