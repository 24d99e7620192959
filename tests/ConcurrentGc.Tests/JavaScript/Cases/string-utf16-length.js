// Length and indexing count UTF-16 code units (ECMA-262 6.1.4)
const s = 'a\u{1F600}b';
console.log(s.length, s.charCodeAt(1), s.charCodeAt(2), s[3]);
console.log(s);
console.log(s.slice(1, 3) === String.fromCharCode(55357, 56832), s.indexOf('b'));
const e = 'z\u00fcrich \u20ac \u4e2d\u6587';
console.log(e, e.length, e[e.length - 1].charCodeAt(0), e.slice(-2));
console.log('\u00ff' < '\u0100', 'z' < '\u00e4');
let mixed = 'ascii';
mixed += '\u03b1';
mixed += 'x';
console.log(mixed, mixed.length);
