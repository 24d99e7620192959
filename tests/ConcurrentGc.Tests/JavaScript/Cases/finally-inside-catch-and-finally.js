// try statements inside catch and finally blocks (ECMA-262 14.15)
let log = '';
function f() {
  try { throw 'a'; } catch (e) {
    log += e;
    try { throw 'b'; } catch (e) { log += e; } finally { log += 'c'; }
    log += e;
  } finally {
    try { log += 'd'; throw 'e'; } catch (x) { log += x; } finally { log += 'f'; }
    log += 'g';
  }
  return log;
}
console.log(f());
function g() { try { throw 1; } finally { try { throw 2; } catch (e) { log = 'inner ' + e; } } }
try { g(); } catch (e) { console.log(e, log); }
function h() { try { return 'r'; } finally { try { throw 2; } catch (e) { } } }
console.log(h());
function k() { try { return 'r'; } finally { for (let i = 0; i < 3; i++) { try { continue; } finally { log += i; } } } }
console.log(k(), log);
