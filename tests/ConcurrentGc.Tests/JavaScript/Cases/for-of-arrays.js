// for-of over arrays sees what is there when its turn comes (14.7.5.6).
let text = '';
for (const v of [1, 'a', null, undefined, 1.5]) text += v + ' ';
for (let v of [1, 2]) { v += 10; text += v + ' '; }
for (var v of [7, 8]) text += v + ' ';
text += v;
console.log(text);
const a = [1, 2, 3];
const seen = [];
for (const x of a) { seen.push(x); if (seen.length < 6) a.push(x * 10); if (x === 2) a.length = 3; }
console.log(seen.join(' '));
const holes = [1, , 3];
for (const x of holes) console.log(x);
const o = {}, p = [0];
for (o.last of [1, 2]) p[0] += o.last;
for (p[1] of ['x']) ;
console.log(o.last, p[0], p[1]);
let out;
for (out of []) ;
console.log(out);
for (const [i, x] of ['p', 'q'].entries()) console.log(i, x);
for (const i of ['p', 'q'].keys()) console.log(i);
for (const x of ['p', 'q'].values()) console.log(x);
let doubles = 0;
for (const d of [0.5, 1.5, 2.5]) doubles += d;
console.log(doubles);
