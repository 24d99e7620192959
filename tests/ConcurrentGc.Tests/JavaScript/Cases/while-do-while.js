// while tests first, do-while runs once at least (ECMA-262 14.7.2-3)
let i = 0, s = '';
while (i < 3) s += i++;
console.log(s, i);
while (false) s += 'never';
do { s += 'd'; } while (false);
console.log(s);
do i--; while (i > 0)
console.log(i);
let n = 27, steps = 0;
while (n !== 1) { n = n % 2 ? 3 * n + 1 : n / 2; steps++; }
console.log(steps);
