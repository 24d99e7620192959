// Bytes belong to their arrays, wherever those are moved, and to nobody else.
const held = [];
let check = 0;
for (let i = 0; i < 120; i++) {
  const small = new Uint8Array(10).fill(i);
  const large = new Float64Array(40).fill(i / 4);
  const shared = new Uint16Array(large.buffer, 8, 4);
  shared[0] = i;
  if (i % 3 === 0) held.push({ small, large, shared, i });
  if (held.length > 20) held[i % 20] = held.pop();
  new Uint8Array(1000).fill(255);
}
for (const { small, large, shared, i } of held) {
  if (small[9] !== (i & 255) || large[39] !== i / 4 || shared[0] !== i || shared.buffer !== large.buffer) console.log('wrong', i);
  check += small[0] + large[5] + shared[1];
}
console.log(held.length, check);
