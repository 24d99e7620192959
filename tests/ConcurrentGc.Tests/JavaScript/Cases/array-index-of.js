// indexOf compares strictly (ECMA-262 23.1.3.17)
const o = {};
const a = [1, '1', 2, NaN, o, null, undefined, 2, -0, 1.5];
console.log(a.indexOf(1), a.indexOf('1'), a.indexOf(2), a.indexOf(2, 3), a.indexOf(NaN));
console.log(a.indexOf(o), a.indexOf({}), a.indexOf(null), a.indexOf(undefined), a.indexOf(0), a.indexOf(1.5));
console.log(a.indexOf(2, -3), a.indexOf(1, 1), [, 1].indexOf(undefined), [].indexOf(1));
console.log([0.5, 1.5, 2.5].indexOf(1.5), ['ab', 'cd'].indexOf('c' + 'd'), [1, 2, 3].indexOf(3.0));
