// A throw unwinds many frames and leaves locals of the catcher intact (ECMA-262 14.15.3)
function down(n, o) { const mine = { n }; if (n === 0) throw { depth: o.n + mine.n }; return down(n - 1, o) + mine.n; }
function f() {
  let a = 'a', b = { v: 2 }, c = [3, 4];
  try { down(500, { n: 7 }); a = 'never'; } catch (e) { c.push(e.depth); }
  return a + b.v + c[0] + c[1] + c[2];
}
console.log(f(), f());
let total = 0;
for (let i = 0; i < 50; i++) { try { down(i % 7, { n: i }); } catch (e) { total += e.depth; } }
console.log(total);
