// Property values are evaluated in source order (ECMA-262 13.2.5.5)
let log = '';
function t(x) { log += x; return x; }
const o = { b: t('1'), a: t('2'), c: { d: t('3') }, e: [t('4'), t('5')], f: t('6') };
console.log(log, o.a, o.b);
let i = 0;
const p = { x: i++, y: i++, z: i };
console.log(p.x, p.y, p.z);
