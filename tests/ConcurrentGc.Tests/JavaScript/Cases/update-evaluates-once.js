// The object and key of ++ and compound assignment are evaluated once (ECMA-262 13.4, 13.15.2)
let log = '';
let o = { x: 1 };
function obj() { log += 'o'; return o; }
function key() { log += 'k'; return 'x'; }
obj()[key()]++;
console.log(o.x, log);
log = '';
obj()[key()] += 10;
console.log(o.x, log);
log = '';
--obj().x;
console.log(o.x, log);
