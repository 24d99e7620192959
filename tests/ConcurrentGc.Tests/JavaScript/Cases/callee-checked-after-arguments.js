// Arguments are evaluated before the callee is found not callable (ECMA-262 13.3.6.2)
let n = 0;
function side() { n++; }
const o = {};
try { o.m(side()); } catch (e) { console.log(e.name, n); }
let u;
try { u(side()); } catch (e) { console.log(e.name, n); }
try { u.m(side()); } catch (e) { console.log(e.name, n); }
try { (5)(side()); } catch (e) { console.log(e.name, n); }
