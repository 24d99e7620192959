// Node's layout of arrays: columns, holes, long ones (Node 20, util.inspect)
const seq = n => { const a = []; for (let i = 0; i < n; i++) a.push(i * 7919 % 1000); return a; };
const words = n => { const a = []; for (let i = 0; i < n; i++) a.push('w' + i * i * i); return a; };
for (let n = 5; n < 130; n += n < 12 ? 1 : 29) { console.log(seq(n)); console.log(words(n)); console.log({ a: seq(n), b: { c: words(n) } }); }
const mixed = seq(120); mixed[110] = 'text'; console.log(mixed); mixed[100] = 'x'; console.log(mixed);
const h = new Array(5); console.log(h); h[2] = 1; console.log(h); h[7] = 'x'; console.log(h);
console.log([, , 1, , 2, , ,], [1, , 3]);
const big = new Array(120); big[3] = 1; console.log(big);
console.log([undefined, null, true, -0, 0, NaN, 1e21, 1.5, -1], [[[[1]]]], [[[[]]]], [[[{}]]]);
console.log([['a', 1], ['b', 2], ['c', 3], ['d', 4], ['e', 5], ['f', 6], ['g', 7]]);
console.log([{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }, { a: 5 }, { a: 6 }, { a: 7 }, { a: 8 }]);
const arr = [1, 2, 3]; arr.extra = 'e'; arr.more = [1]; console.log(arr); const arr7 = seq(8); arr7.k = 1; console.log(arr7);
console.log([1.5, 2.25, 3, 4, 5, 6, 7, 100000], ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff', 'ggggggg']);
console.log(['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'b', 'c', 'd', 'e', 'f', 'g']);
