// Formats in the first argument of console.log (Node 20, util.format)
class P { constructor() { this.x = 1; this.y = [1, 2]; } } class R { }
console.log('%s|%s|%s|%s', 'a', 1, -0, null, 'rest', { a: 1 });
console.log('%s %s %s %s', { a: { b: 1 } }, [1, [2, [3]]], undefined, true);
console.log('%s', new P(), '%s', new R()); console.log('%s', function q(a) { return a; });
console.log('%d %d %d %d %d', 1.5, '2.5', -0, 'x', {}, null); console.log('%d', [5]);
console.log('%i %i %i %f %f', 1.9, '2.9px', 'x', '1.25kg', 'y');
console.log('%o %O', [1, { a: [] }], { b: { c: { d: { e: 1 } } } }); console.log('%o', { a: { b: { c: { d: { e: { f: 1 } } } } } });
console.log('a%cb%%c%', 'css', 'z'); console.log('100%'); console.log('100%', 5); console.log('%%'); console.log('%%', 1); console.log('%x %s', 1);
console.log('%s'); console.log('%s %s', 'one'); console.log('%', '%s'); console.log('%s%', 'q'); console.log(5, '%s', 'x'); console.log('', 'a'); console.log();
console.log('%s', 'a\nb', ['a\nb']);
