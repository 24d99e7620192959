// Objects with the same names in another order keep their values (ECMA-262 10.1.9)
function read(o) { return o.a + ',' + o.b + ',' + o.c; }
const o1 = {}; o1.a = 1; o1.b = 2; o1.c = 3;
const o2 = {}; o2.c = 30; o2.b = 20; o2.a = 10;
const o3 = { b: 200 }; o3.a = 100; o3.c = 300;
const o4 = {}; o4.b = 'x'; o4.c = 'y';
for (let i = 0; i < 3; i++) console.log(read(o1), read(o2), read(o3), read(o4));
