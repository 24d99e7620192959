// Map keeps one value a key, keys compare by SameValueZero (24.1.3).
const m = new Map();
console.log(m.size, m.set('a', 1) === m, m.size, m.get('a'), m.get('b'));
m.set('a', 2).set(1, 'one').set('1', 'text').set(NaN, 'nan').set(-0, 'zero').set(1.5, 2.5);
console.log(m.size, m.get('a'), m.get(1), m.get('1'), m.get(0 / 0), m.get(0), m.get(1.5), m.get(3 / 2));
const key = { k: 1 }, other = { k: 1 }, list = [], call = () => 1;
m.set(key, 'object').set(list, 'array').set(call, 'function').set(undefined, 'u').set(null, 'n').set(true, 't');
console.log(m.get(key), m.get(other), m.get(list), m.get([]), m.get(call), m.get(undefined), m.get(), m.get(null), m.get(true), m.get(false));
console.log(m.has(key), m.has(other), m.delete(key), m.delete(key), m.has(key), m.size);
m.clear();
console.log(m.size, m.get('a'), m.has(list));
console.log(typeof m, typeof Map, m instanceof Map, m instanceof Object, Map.length, Map.name, m.constructor === Map, String(m));
key.late = 3;
m.set(key, 1);
console.log(m.get(key), key.late, key.k);
