// === compares without conversion (ECMA-262 7.2.15)
console.log(1 === 1.0, 1 === '1', 'a' === 'a', 'ab' === 'a' + 'b');
console.log(null === null, undefined === undefined, null === undefined);
console.log(true === 1, false === 0, false === '');
let o = { x: 1 };
let p = o;
console.log(o === p, o === { x: 1 }, [] === []);
console.log(o !== p, 1 !== '1');
console.log(2147483648 === 2147483647 + 1);
