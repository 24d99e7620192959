// Patterns take values apart in declarations, parameters, assignments and catch clauses (14.3.3, 13.15.5).
const [a, , b = 'default', ...rest] = [1, 2, undefined, 4, 5];
console.log(a, b, rest.length, rest[0], rest[1]);
const { x, y: { z, w = 'w' }, 'q r': s, 3: three, ['com' + 'puted']: c, length } = { x: 1, y: { z: 2 }, 'q r': 's', 3: 'three', computed: 'c', length: 9 };
console.log(x, z, w, s, three, c, length);
function f({ p, q = 2 }, [r, t] = [3, 4], u = p + q) { return [p, q, r, t, u].join(); }
console.log(f({ p: 1 }), f({ p: 5, q: 6 }, 'ab', 'u'), f.length, (([m] = [7]) => m)(), ((n = 1, o) => n)(undefined, 2));
let i = 1, j = 2, k = {};
[i, j] = [j, i];
console.log(i, j);
[k.first, k['second'], [i]] = ['f', 's', ['nested']];
({ p: k.third, q: j = 'missing' } = { p: 't' });
console.log(k.first, k.second, k.third, i, j);
console.log(([i] = [8, 9]).length, i);
try { throw { message: 'm', code: 5 }; } catch ({ message, code }) { console.log(message, code); }
for (const { id, tags: [tag] } of [{ id: 1, tags: ['one'] }, { id: 2, tags: [] }]) console.log(id, tag);
const order = [];
const log = v => { order.push(v); return v; };
const { m1 = log('not'), m2 = log('used') } = { m1: 0 };
console.log(m1, m2, order.join());
const make = () => { let { length: n } = 'four'; return () => n; };
console.log(make()());
class P { constructor({ x, y = 0 } = {}) { this.x = x; this.y = y; } }
console.log(new P({ x: 1 }).y, new P().x, new P({ x: 2, y: 3 }).y);
