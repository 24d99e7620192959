// One call site calls methods of six classes (ECMA-262 13.3.6)
class S { area() { return 0; } name() { return 'S'; } }
class A extends S { area() { return 1; } }
class B extends S { constructor() { super(); this.k = 2; } area() { return this.k; } name() { return 'B'; } }
class C extends A { area() { return super.area() + 2; } }
class D extends B { area() { return this.k * 2; } name() { return 'D' + super.name(); } }
class E extends S { constructor() { super(); this.area = () => 5; } }
const all = [new S(), new A(), new B(), new C(), new D(), new E(), { area: () => 6, name() { return 'lit'; } }];
let sum = 0, s = '';
for (let i = 0; i < 70; i++) { const o = all[i % 7]; sum = sum * 3 % 1000003 + o.area(); s = o.name() + s.slice(0, 12); }
console.log(sum, s);
