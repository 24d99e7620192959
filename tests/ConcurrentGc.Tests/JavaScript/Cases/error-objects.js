// name, message and instanceof of the error classes (ECMA-262 20.5)
const e = new Error('text');
console.log(e.name, e.message, e instanceof Error, e instanceof TypeError, typeof e);
const t = new TypeError('tt'), r = new RangeError('rr'), f = new ReferenceError('ff'), s = new SyntaxError('ss');
console.log(t.name, t.message, r.name, r.message, f.name, s.name);
console.log(t instanceof TypeError, t instanceof Error, r instanceof TypeError, r instanceof RangeError);
console.log(new Error().message === '', new Error(undefined).message === '', new Error(5).message, new Error(null).message);
console.log(Error('no new').message, TypeError('x') instanceof TypeError);
e.message = 'changed'; e.extra = 1;
console.log(e.message, e.extra);
console.log(typeof e.stack);
