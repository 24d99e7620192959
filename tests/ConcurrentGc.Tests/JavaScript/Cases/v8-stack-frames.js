// V8's stack text is written when it is first read, and begins behind the error's own constructors
class X extends Error { }
class Y extends X { constructor(m) { super(m + '!'); this.more = 1; } }
const head = e => e.stack.slice(0, e.stack.indexOf('\n'));
const has = (e, text) => e.stack.indexOf(text) >= 0;
const e = new Error('a'); e.message = 'b'; e.name = 'Q';
console.log(head(e));
e.message = 'c';
console.log(head(e), head(new X('m')), head(new Y('m')));
console.log(has(new X('m'), 'at new X'), has(new Y('m'), 'at new Y'), has(new Y('m'), 'at Object.<anonymous>'));
function P() { this.e = new Error('in'); }
console.log(has(new P().e, 'at new P '));
const o = { m() { return new TypeError('r'); } };
console.log(head(o.m()), has(o.m(), 'at Object.m '));
e.stack = 5;
console.log(e.stack, 'stack' in o.m());
const heir = Object.prototype; function H() { } H.prototype = new Error('p');
console.log(head(new H()), head(H.prototype));
