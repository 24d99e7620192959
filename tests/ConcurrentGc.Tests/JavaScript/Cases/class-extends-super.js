// Derived constructors call super and inherit methods (ECMA-262 13.3.7)
class Animal {
  constructor(name) { this.name = name; }
  speak() { return this.name + ' makes a sound'; }
}
class Dog extends Animal {
  constructor(name, tricks) { super(name); this.tricks = tricks; }
  speak() { return super.speak() + ', woof'; }
  count() { return this.tricks; }
}
class Puppy extends Dog { speak() { return 'small ' + super.speak(); } }
const p = new Puppy('Rex', 2);
console.log(p.speak());
console.log(p.count(), p.name, p instanceof Animal, new Animal('x') instanceof Dog);
