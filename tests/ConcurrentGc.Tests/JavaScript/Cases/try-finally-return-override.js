// A return in finally replaces a return or a throw (ECMA-262 14.15.3)
function a() { try { return 1; } finally { return 2; } }
function b() { try { throw 'lost'; } finally { return 'returned'; } }
function c() { try { throw 1; } catch (e) { return 'catch'; } finally { return 'finally'; } }
function d() { try { throw 1; } catch (e) { throw 2; } finally { return 'swallowed'; } }
console.log(a(), b(), c(), d());
