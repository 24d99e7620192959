// Classes can extend Map and Set; their constructors call the overridden method for each element (24.1.1.1).
class Counter extends Map {
  constructor(words) {
    super();
    this.total = 0;
    for (const w of words) this.count(w);
  }
  count(word) {
    this.total++;
    return this.set(word, (this.get(word) || 0) + 1);
  }
}
const c = new Counter(['a', 'b', 'a']);
console.log(c.get('a'), c.size, c.total, c instanceof Counter, c instanceof Map, c.constructor.name);
class Loud extends Set {
  add(value) { console.log('add', value); return super.add(value); }
}
const loud = new Loud([1, 2]);
console.log(loud.size, loud.has(1));
class Twice extends Counter {
  count(word) { super.count(word); return super.count(word); }
}
console.log(new Twice(['x']).get('x'));
class Registered extends WeakMap { }
const key = {};
const r = new Registered([[key, 1]]);
r.note = 'n';
console.log(r.get(key), r.note, r instanceof WeakMap);
