// Nested finally blocks run from the inside out (ECMA-262 14.15.3)
let log = '';
function f(how) {
  outer: for (let i = 0; i < 2; i++) {
    try {
      try {
        try {
          if (how === 'return') return 'r';
          if (how === 'throw') throw 't';
          if (how === 'break') break outer;
          if (how === 'continue') continue outer;
          log += 'n';
        } finally { log += '1'; }
      } finally { log += '2'; }
    } catch (e) { log += 'c' + e; } finally { log += '3 '; }
  }
  return 'end';
}
const hows = ['none', 'return', 'throw', 'break', 'continue'];
for (let i = 0; i < hows.length; i++) { log = ''; const r = f(hows[i]); console.log(hows[i], r, log); }
