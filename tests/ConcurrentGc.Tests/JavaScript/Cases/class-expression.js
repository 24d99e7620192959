// Anonymous and named class expressions (ECMA-262 15.7)
const A = class { m() { return 'a'; } };
const B = class Inner extends A { m() { return super.m() + Inner.tag(); } static tag() { return 'b'; } };
console.log(new A().m(), new B().m(), typeof Inner);
function mixin(Base) { return class extends Base { twice() { return this.m() + this.m(); } }; }
const C = mixin(A), D = mixin(B);
console.log(new C().twice(), new D().twice(), C === mixin(A), new C() instanceof D);
console.log(new (class { constructor(v) { this.v = v; } })(7).v);
