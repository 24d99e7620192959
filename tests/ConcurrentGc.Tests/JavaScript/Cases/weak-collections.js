// WeakMap, WeakSet and WeakRef while their objects are alive (24.3, 24.4, 26.1).
const keys = [], weak = new WeakMap(), set = new WeakSet();
for (let i = 0; i < 50; i++) {
  const k = i % 2 ? { i } : [i];
  keys.push(k);
  weak.set(k, i % 5 ? i : { i });
  if (i % 3) set.add(k);
}
let sum = 0, members = 0;
for (let i = 0; i < 50; i++) {
  sum += i % 5 ? weak.get(keys[i]) : weak.get(keys[i]).i;
  members += set.has(keys[i]) ? 1 : 0;
}
console.log(sum, members);
for (let i = 0; i < 45; i++) if (!weak.delete(keys[i])) console.log('lost', i);
console.log(weak.has(keys[3]), weak.has(keys[47]), weak.get(keys[47]), weak.get({}), weak.get(1), weak.has('a'), weak.delete(null));
console.log(weak.set(keys[3], 1.5) === weak, weak.get(keys[3]), set.add(keys[0]) === set, set.delete(keys[0]), set.delete(keys[0]));
const target = { name: 't' }, ref = new WeakRef(target);
console.log(ref.deref() === target, ref.deref().name, typeof ref, String(ref), String(weak), String(set));
target.ref = ref;
ref.extra = 1;
console.log(target.ref.deref() === target, ref.extra, WeakRef.length, WeakMap.length, FinalizationRegistry.length);
