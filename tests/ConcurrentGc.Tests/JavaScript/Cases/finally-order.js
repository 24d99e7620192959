// finally runs after normal end, throw, return, break and continue (ECMA-262 14.15.3)
let log = '';
function normal() { try { log += 't'; } finally { log += 'f'; } log += 'a '; }
function ret() { try { return log += 't'; } finally { log += 'f '; } }
function thr() { try { throw 1; } catch (e) { log += 'c'; } finally { log += 'f '; } }
normal(); ret(); thr();
console.log(log);
log = '';
for (let i = 0; i < 4; i++) {
  try { if (i === 1) continue; if (i === 3) break; log += i; } finally { log += 'f' + i + ' '; }
}
console.log(log);
