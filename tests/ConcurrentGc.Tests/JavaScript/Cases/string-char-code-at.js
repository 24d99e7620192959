// charCodeAt and String.fromCharCode (ECMA-262 22.1.3.3, 22.1.2.1)
console.log('A'.charCodeAt(0), 'abc'.charCodeAt(2), 'abc'.charCodeAt(), 'abc'.charCodeAt(3), 'abc'.charCodeAt(-1));
console.log(String.fromCharCode(72, 105), String.fromCharCode(65 + 65536), String.fromCharCode().length);
let s = '';
for (let c = 97; c < 123; c++) s += String.fromCharCode(c);
console.log(s, s.length);
console.log(String.fromCharCode(233).charCodeAt(0), '\u20ac'.charCodeAt(0));
console.log(String.fromCharCode('66', 67.9));
