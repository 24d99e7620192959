// The numbers of Math and Number are properties of the objects, whatever they are called (ECMA-262 21.1.2, 21.3.1)
const M = Math, N = Number;
console.log(M.PI, 2 * M.PI, M['E'], M.SQRT1_2, M.LOG10E);
console.log(N.EPSILON, Number['MAX_VALUE'], N.MIN_VALUE, N.NEGATIVE_INFINITY, N.NaN, Number.NaN);
console.log('PI' in Math, 'NaN' in Number, 'PI' in Number, M.pi === undefined);
const o = { m: Math };
console.log(o.m.LN2 === Math.LN2, o.m.floor(o.m.PI));
