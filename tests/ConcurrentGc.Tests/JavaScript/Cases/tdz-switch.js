// Cases share one scope, so a skipped let stays uninitialized (ECMA-262 14.12.2)
function f(x) {
  switch (x) {
    case 0: let v = 'zero';
    case 1: return v;
  }
}
console.log(f(0));
try { f(1); } catch (e) { console.log(e.name); }
