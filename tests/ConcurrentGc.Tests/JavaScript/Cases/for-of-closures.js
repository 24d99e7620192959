// Each round of for-of has variables of its own (14.7.5.7).
const calls = [];
for (const v of [1, 2, 3]) calls.push(() => v);
for (let [a, b] of new Map([['x', 1], ['y', 2]])) { calls.push(() => a + b); b += 10; }
let text = '';
for (const f of calls) text += f() + ' ';
console.log(text);
function inside() { const fs = []; for (const x of ['p', 'q']) { const y = x + x; fs.push(() => x + y); } return fs[0]() + fs[1](); }
console.log(inside());
