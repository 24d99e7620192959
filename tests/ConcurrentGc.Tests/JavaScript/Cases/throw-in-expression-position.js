// A throw in the middle of an expression discards its temporaries (ECMA-262 14.14)
function boom() { throw 'boom'; }
let x = 1;
try { x = 5 + boom() * 2; } catch (e) { console.log(e, x); }
const a = [1, 2];
try { a[0] = boom(); } catch (e) { console.log(a[0]); }
try { a.push(3, boom()); } catch (e) { console.log(a.length); }
let o = { k: 1 };
try { o = { k: 2, v: boom() }; } catch (e) { console.log(o.k); }
try { o.k += boom(); } catch (e) { console.log(o.k); }
class C { constructor() { this.a = 1; boom(); } }
let c = 'unset';
try { c = new C(); } catch (e) { console.log(c); }
function f(p, q) { return p; }
try { f({}, boom()); } catch (e) { console.log('args', e); }
try { [1, boom(), 3]; } catch (e) { console.log('literal', e); }
try { `x${boom()}`; } catch (e) { console.log('template', e); }
try { if (boom()) console.log('never'); } catch (e) { console.log('if', e); }
try { switch (1) { case boom(): } } catch (e) { console.log('case', e); }
for (let i = 0; i < 1; i++) try { throw i; } catch (e) { console.log('for', e); }
