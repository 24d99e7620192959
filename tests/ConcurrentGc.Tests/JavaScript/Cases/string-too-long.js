// A string beyond the length limit throws RangeError (ECMA-262 6.1.4; the limit and the text are of V8)
let s = 'x', n = 0;
try { for (let i = 0; i < 40; i++) { s += s; n++; } } catch (e) { console.log(e.name, e.message, n, s.length); }
