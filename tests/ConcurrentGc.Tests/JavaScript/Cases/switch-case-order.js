// Case expressions are evaluated in order until one matches (ECMA-262 14.12.2)
let log = '';
function c(name, v) { log += name; return v; }
switch (c('d', 2)) {
  case c('a', 1): log += '!';
  case c('b', 2): log += '+';
  case c('c', 3): log += '-';
}
console.log(log);
switch (7) {
  case 7: let inner = 'scoped'; console.log(inner);
}
for (let i = 0; i < 3; i++) {
  switch (i) { case 1: continue; }
  console.log('after', i);
}
