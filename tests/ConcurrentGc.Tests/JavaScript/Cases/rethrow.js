// Rethrowing keeps the identity of the error (ECMA-262 14.14)
const err = new Error('original');
let seen = 0;
function level(n) { if (n === 0) throw err; try { level(n - 1); } catch (e) { seen++; throw e; } }
try { level(10); } catch (e) { console.log(e === err, seen, e.message); }
function wrap(f) { try { f(); } catch (e) { const w = new TypeError('wrapped: ' + e.message); w.inner = e; throw w; } }
try { wrap(() => { throw err; }); } catch (e) { console.log(e.name, e.message, e.inner === err); }
