// switch compares strictly and falls through (ECMA-262 14.12)
function f(x) {
  let s = '';
  switch (x) {
    case 1: s += 'one ';
    case 2: s += 'two '; break;
    case '1': s += 'string ';
    case 3: { s += 'three '; }
    default: s += 'default ';
    case 4: s += 'four';
  }
  return s;
}
console.log(f(1));
console.log(f(2));
console.log(f('1'));
console.log(f(3));
console.log(f(4));
console.log(f(99));
console.log(f());
