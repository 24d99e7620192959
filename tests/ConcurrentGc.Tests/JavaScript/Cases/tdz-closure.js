// A closure may refer to a later let once it is initialized (ECMA-262 9.1.1.1.6)
const get = () => later;
try { get(); } catch (e) { console.log(e.name); }
let later = 'ready';
console.log(get());
for (let i = 0; i < 2; i++) {
  const f = () => inner;
  let threw = false;
  try { f(); } catch (e) { threw = true; }
  let inner = i;
  console.log(threw, f());
}
