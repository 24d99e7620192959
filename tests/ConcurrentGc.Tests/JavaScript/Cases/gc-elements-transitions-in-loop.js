// Arrays change their elements kind while being filled (ECMA-262 6.1.7 Object type; allocation-heavy)
const all = [];
for (let r = 0; r < 40; r++) {
  const a = [];
  for (let i = 0; i < 30; i++) a.push(i === 10 ? 10.5 : i >= 20 ? { v: i } : i);
  all.push(a);
}
let s = 0;
for (let r = 0; r < all.length; r++) for (let i = 0; i < 30; i++) s += i >= 20 ? all[r][i].v : all[r][i];
console.log(s);
const z = new Array(60);
for (let i = 0; i < 60; i++) z[i] = i < 20 ? i : i < 40 ? i + 0.5 : 's' + i;
console.log(z[0], z[19], z[20], z[39], z[40], z[59]);
