// console.log joins its arguments with one blank (host, outside ECMA-262)
console.log();
console.log('');
console.log('a', 'b');
console.log('a', 1, -0, 1.5, true, null, undefined, NaN);
console.log(1, 'text', '');
console.log('', '');
console.log(undefined);
console.log(null, null);
console.log('  spaces  ', 'kept ');
console.log(0.1, 'x', 1e21);
