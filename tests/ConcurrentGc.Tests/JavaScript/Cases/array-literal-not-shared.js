// Each evaluation of a literal yields a fresh array and object (ECMA-262 13.2.4.2)
const kept = [];
for (let i = 0; i < 4; i++) {
  const o = { list: [1, 2.5, 'c'], n: { d: 0.5 } };
  o.list[0] = i; o.list.push(i); o.n.d += i;
  kept.push(o);
}
for (let i = 0; i < 4; i++) console.log(kept[i].list[0], kept[i].list[3], kept[i].list.length, kept[i].n.d);
