// catch runs only on a throw and the rest of try is skipped (ECMA-262 14.15)
let log = '';
try { log += 'a'; } catch (e) { log += 'never'; }
try { log += 'b'; throw 'x'; log += 'never'; } catch (e) { log += e; }
try { throw 1; } catch { log += 'c'; }
try { log += 'd'; } finally { log += 'e'; }
try { throw 2; } catch (e) { log += e; } finally { log += 'f'; }
console.log(log);
