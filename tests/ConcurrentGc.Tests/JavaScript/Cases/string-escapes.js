// Escape sequences in string literals (ECMA-262 12.9.4)
console.log('a\tb', 'a\\b', 'it\'s', "say \"hi\"", 'line\
 continued');
console.log('\x41\u0042\u{43}', '\0'.length, '\n'.charCodeAt(0), '\v'.charCodeAt(0), '\q');
console.log('first\nsecond');
console.log('"double"', "'single'", `\`back\``);
console.log('\u00e9'.length, '\u00e9');
