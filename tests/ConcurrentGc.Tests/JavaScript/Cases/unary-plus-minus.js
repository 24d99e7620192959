// Unary plus and minus convert to numbers (ECMA-262 13.5.4-5)
console.log(+'3', -'3', +'', +'x', +true, +null, +undefined);
console.log(-true, -null, - -3, +-3);
let s = '12';
console.log(+s + 1, s + 1, -s);
console.log(-2147483648, -(2147483648));
