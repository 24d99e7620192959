// Node's layout of objects: keys, escapes, circles, classes, functions, line breaks (Node 20, util.inspect)
const c = { name: 'c', list: [] }; c.self = c; c.list.push(c, { c }); console.log(c);
const d = { e: { f: {} } }; d.e.f.d = d; d.e.back = d.e; console.log(d);
console.log({ s: 'it\'s', t: "say \"it's\"", u: 'a\r\b\x7f\n\t\\\x01\x9f', v: '\ud800x\udc00', w: '\u{1f600}', e: 'é', x: "`'\"" });
console.log({ $d: 1, 'é': 2, _a: 3, 'a-b': 4, 1: 5, a1: 6, '': 7, 'x y': 8, "it's": 9 });
console.log({ a: { b: { c: { d: 1 } } } }, { a: { b: { c: {} } } }, { a: { b: { c: [] } } });
class P { constructor() { this.x = 1; this.y = [1, 2]; } } class Q extends P { } class R { }
console.log(new P(), new Q(), new R(), [new R(), new P()], { p: { q: { r: new P() } } });
console.log(P, Q, class { }, class S { static z = 1; }, () => 1, function () { }, function f() { }, { m() { }, f: x => x, k: P });
function f2() { } f2.a = 1; f2.b = { c: 2 }; console.log(f2, [f2], { f2 });
for (let i = 0; i < 30; i += 3) console.log({ k: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'.slice(0, 50 + i), b: i });
console.log({ text: 'line one is long enough\nline two is long enough\nline three\n', z: ['first line of text that is long enough to break the line\nsecond'] });
console.log({ a: 1, b: { c: { d: {} } }, e: [[]], f: [[[]]] }, [[1, 2, [3, 4, [5, [6]]]], { x: { y: { z: 1 } } }]);
