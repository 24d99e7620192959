// new on something that is no constructor throws TypeError (ECMA-262 13.3.5.1)
const arrow = () => 0;
try { new arrow(); } catch (e) { console.log(e.name); }
const o = { m() { } };
try { new o.m(); } catch (e) { console.log(e.name); }
try { new o.none(); } catch (e) { console.log(e.name); }
try { new (5)(); } catch (e) { console.log(e.name); }
let u;
let n = 0;
try { new u(n++); } catch (e) { console.log(e.name, n); }
