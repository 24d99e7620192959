// The catch parameter is local to its block and can be assigned and captured (ECMA-262 14.15.2)
let e = 'outer';
const fs = [];
for (let i = 0; i < 3; i++) {
  try { throw i; } catch (e) { fs.push(() => e); e = e * 10; }
}
console.log(e, fs[0](), fs[1](), fs[2]());
try { throw 'inner'; } catch (x) { let y = x + '!'; console.log(y); { let x = 'shadow'; console.log(x); } console.log(x); }
console.log(typeof x);
