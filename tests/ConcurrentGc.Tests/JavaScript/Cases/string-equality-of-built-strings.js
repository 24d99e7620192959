// Strings built in different ways are equal by content (ECMA-262 7.2.15)
const lit = 'hello world, this is long';
const cat = 'hello ' + 'world' + ', ' + 'this is long';
let parts = '';
for (let i = 0; i < lit.length; i++) parts += lit[i];
const sub = ('xx' + lit + 'yy').slice(2, -2);
console.log(lit === cat, lit === parts, lit === sub, parts === sub, lit == sub);
const o = { 'hello world, this is long': 'found' };
console.log(o[lit], o[parts], o[sub]);
o[parts] = 'replaced';
console.log(o[lit], lit !== parts + '', lit < parts, lit <= sub);
switch (sub) { case parts: console.log('case'); }
