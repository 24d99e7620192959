// Smi, double and object elements in every order keep their values (ECMA-262 10.4.2)
function show(x) { let s = ''; for (let i = 0; i < x.length; i++) s += x[i] + ' '; console.log(s); }
const a = [1, 2, 3]; a[1] = 2.5; show(a); a[2] = 'three'; show(a); a[0] = null; show(a); a.push(4.5, 5); show(a);
const b = [0.5, 1.5]; b[0] = 7; show(b); b.push({}.x); show(b); b.push(true); show(b);
const c = []; for (let i = 0; i < 30; i++) c.push(i); c[29] += 0.5; c.push('x'); c[3] = -0; show(c);
const d = new Array(4); d[0] = 1; d[1] = 1.25; d[3] = 'z'; show(d);
const e = [1, 2]; e.push(3000000000); e.push(-3000000000); show(e);
const f = [1.5, 2.5]; f[5] = 3; f[0] = NaN; show(f); console.log(f[0] === f[0]);
