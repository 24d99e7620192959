// Array.from takes iterables and objects with a length (23.1.2.1).
console.log(Array.from([1, 2, 3]).join(), Array.from('abc').join(), Array.from(new Set([1, 1, 2])).join(), Array.from({ length: 3 }).length, Array.from({ length: 2, 0: 'x', 1: 'y' }).join());
console.log(Array.from([1, 2], v => v * 2).join(), Array.from({ length: 4 }, (v, i) => i * i).join(), Array.from(new Map([[1, 2]]).values(), function (v) { return v + this.n; }, { n: 5 }).join());
console.log(Array.from(5).length, Array.from({}).length, Array.from({ length: '2' }).length, Array.from({ length: -1 }).length, Array.from({ length: 2.7 }).length, Array.isArray(Array.from('')), Array.from.length);
