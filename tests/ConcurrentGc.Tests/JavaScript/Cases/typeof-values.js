// typeof of every supported kind of value (ECMA-262 13.5.3)
console.log(typeof 1, typeof 1.5, typeof NaN, typeof '', typeof 'a');
console.log(typeof true, typeof undefined, typeof null);
console.log(typeof {}, typeof [], typeof function () { }, typeof (() => 1));
class C { }
console.log(typeof C, typeof new C());
console.log(typeof Math, typeof console.log);
console.log(typeof 1 + 1, typeof (1 + 1));
console.log(typeof neverDeclared);
