// Which keys are array indexes (ECMA-262 10.4.2, 6.1.7)
const a = [10, 20, 30];
console.log(a['1'], a[1.0], a['01'], a[1.5], a['length'], a['-1']);
a['2'] = 'two';
a.extra = 'named';
a['1.5'] = 'frac';
a[-1] = 'neg';
console.log(a.length, a[2], a.extra, a[1.5], a[-1]);
const i = 0.5;
console.log(a[i + i], a[-0], a[true], a[a.length - 1]);
