// if / else if / else and the dangling else (ECMA-262 14.6)
function f(x) {
  if (x < 0) return 'neg';
  else if (x === 0) return 'zero';
  else if (x < 10) { return 'small'; }
  else return 'big';
}
console.log(f(-1), f(0), f(5), f(50), f(NaN));
function g(a, b) {
  if (a) if (b) return 'ab'; else return 'a';
  return 'none';
}
console.log(g(1, 1), g(1, 0), g(0, 1));
if ('') console.log('no'); else console.log('empty is falsy');
if ('0') console.log('"0" is truthy');
if ([]) console.log('[] is truthy');
