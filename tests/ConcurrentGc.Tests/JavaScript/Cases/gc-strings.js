// Ropes, slices and numbers as strings, kept and dropped (ECMA-262 6.1.7 Object type; allocation-heavy)
const kept = [];
let rope = '';
for (let i = 0; i < 600; i++) {
  rope += 'part' + i + ';';
  if (i % 100 === 99) kept.push(rope);
  if (i % 90 === 0) kept.push(rope.slice(-20, -1));
}
for (let i = 0; i < kept.length; i++) console.log(kept[i].length, kept[i].slice(0, 12), kept[i][kept[i].length - 1]);
let h = 0;
for (let i = 0; i < rope.length; i++) h = (Math.imul(h, 31) + rope.charCodeAt(i)) | 0;
console.log(h, rope.indexOf('part599'));
