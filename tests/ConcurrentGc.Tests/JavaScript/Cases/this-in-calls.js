// this is the receiver of a method call and follows the call form (ECMA-262 10.2.1.2)
const o = { name: 'o', who() { return this.name; }, deep: { name: 'deep', who: null } };
o.deep.who = o.who;
console.log(o.who(), o['who'](), (o.who)(), o.deep.who());
const p = { name: 'p' };
p.who = o.who;
console.log(p.who());
class C {
  constructor() { this.name = 'c'; }
  who() { return this.name; }
  both() { return this.who() + o.who(); }
}
console.log(new C().both());
const fns = [function () { return this.length; }, 0, 0];
console.log(fns[0]());
