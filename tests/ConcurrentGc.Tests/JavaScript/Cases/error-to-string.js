// Conversion of an error to a string (ECMA-262 20.5.3.4)
console.log('' + new Error('a'), String(new TypeError('b')), `${new RangeError('c')}`);
console.log('' + new Error(), String(new TypeError()) + '|');
console.log(new Error('m').toString());
class MyError extends Error { constructor(m) { super(m); this.name = 'MyError'; } }
console.log('' + new MyError('d'));
