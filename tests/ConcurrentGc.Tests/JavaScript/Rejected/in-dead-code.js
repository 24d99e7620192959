// rejected: 4:3 regular expressions
function never() {
  return 1;
  /never/.test('x');
}
console.log('reached');
