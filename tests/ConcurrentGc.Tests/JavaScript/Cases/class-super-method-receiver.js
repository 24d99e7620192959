// super.method() looks up in the parent but keeps this (ECMA-262 13.3.7.3)
class A { who() { return 'A:' + this.id(); } id() { return 'a'; } }
class B extends A { who() { return 'B(' + super.who() + ')'; } id() { return 'b' + super.id(); } }
class C extends B { id() { return 'c' + super.id(); } }
console.log(new A().who(), new B().who(), new C().who());
class D extends B { viaArrow() { const f = () => super.who(); return f(); } who() { return 'D'; } }
console.log(new D().viaArrow());
class E extends A { missing() { return super.nothing; } }
console.log(new E().missing());
