// Each part of a for statement may be missing (ECMA-262 14.7.4)
let s = '';
for (let i = 0; i < 3; i++) s += i;
console.log(s);
let k = 0;
for (; k < 3;) k++;
console.log(k);
for (; ;) { if (++k > 5) break; }
console.log(k);
for (k = 10; k; k -= 5);
console.log(k);
for (var v = 0, w = 5; v < w; v++) w--;
console.log(v, w);
for (let i = 5; i < 3; i++) console.log('never');
for (const c = 1; k < 2; k++) s += c;
console.log(s);
