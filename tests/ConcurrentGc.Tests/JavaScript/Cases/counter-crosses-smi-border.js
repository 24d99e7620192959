// A loop counter runs from small integers into doubles and back (ECMA-262 13.4)
let s = '';
for (let i = 2147483645; i < 2147483651; i++) s += i + ' ';
console.log(s);
s = '';
for (let i = -2147483646; i > -2147483652; i--) s += i + ' ';
console.log(s);
let c = 2147483650;
while (c > 2147483645) c--;
console.log(c, c | 0);
