// Many throws in a loop, caught each time, with garbage between (ECMA-262 14.15)
let sum = 0;
for (let i = 0; i < 300; i++) {
  const keep = { i };
  try {
    const temp = [i, { i }];
    if (i % 3 === 0) throw { code: i, temp };
    if (i % 3 === 1) throw i;
    sum += temp[1].i;
  } catch (e) {
    sum += typeof e === 'number' ? e : e.code + e.temp[1].i;
  } finally { sum += keep.i; }
}
console.log(sum);
