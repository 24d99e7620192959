// A throw in finally replaces the pending completion (ECMA-262 14.15.3)
try { try { throw 'first'; } finally { throw 'second'; } } catch (e) { console.log(e); }
function f() { try { return 'value'; } finally { throw 'thrown'; } }
try { console.log(f()); } catch (e) { console.log(e); }
try { try { throw 1; } catch (e) { throw e + 1; } finally { console.log('fin'); } } catch (e) { console.log(e); }
