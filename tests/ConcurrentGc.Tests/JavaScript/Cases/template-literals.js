// Templates convert and concatenate in order (ECMA-262 13.2.8)
const name = 'x', n = 3;
console.log(`plain`, ``, `${name}`, `${name}=${n}`, `a${1}b${2}c`);
console.log(`${n > 2 ? 'big' : 'small'} ${`nested ${n + 1}`} ${[1, 2].length}`);
console.log(`${null} ${undefined} ${true} ${1.5} ${-0} ${NaN}`);
console.log(`line one
line two`);
console.log(`\${escaped} \`tick\` \u0041 $ {} $x`);
let log = '';
function t(v) { log += v; return v; }
console.log(`${t('a')}${t('b')}-${t('c')}`, log);
console.log(`${{}.x} ${typeof `x`}`);
