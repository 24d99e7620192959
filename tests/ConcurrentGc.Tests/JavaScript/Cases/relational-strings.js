// Strings compare by code units (ECMA-262 7.2.13)
console.log('a' < 'b', 'a' < 'B', 'a' < 'aa', '' < 'a', 'b' <= 'b');
console.log('10' < '9', '10' < '1', 'abc' > 'abd');
console.log('Z' < 'a', 'z' > 'Z');
let longA = 'common prefix of some length ' + 'a';
let longB = 'common prefix of some length ' + 'b';
console.log(longA < longB, longB <= longA, longA >= longA);
