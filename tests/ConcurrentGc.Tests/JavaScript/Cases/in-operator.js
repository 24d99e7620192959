// `in` tests own and inherited property names (ECMA-262 13.10.1)
let o = { a: 1, b: undefined };
console.log('a' in o, 'b' in o, 'c' in o);
class P { m() { } }
class Q extends P { constructor() { super(); this.own = 0; } }
let q = new Q();
console.log('own' in q, 'm' in q, 'none' in q);
o.c = 1;
console.log('c' in o);
let key = 'a';
console.log((key + '') in o);
