// Fields are initialized per instance, before the constructor body (ECMA-262 15.7.10)
let log = '';
function t(x) { log += x; return x; }
class A {
  a = t('a');
  b;
  c = this.a + t('c');
  list = [];
  constructor() { log += '|'; this.seen = this.c; }
}
const x = new A(), y = new A();
x.list.push(1);
console.log(log, x.seen, x.b, 'b' in x, x.list.length, y.list.length);
class B extends A { d = t('d') + this.a; constructor() { log = ''; super(); log += '>'; } }
console.log(new B().d, log);
class C { f = () => this.v; v = 5; }
const f = new C().f;
console.log(f());
