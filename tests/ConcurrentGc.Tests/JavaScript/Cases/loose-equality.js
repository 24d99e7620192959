// == converts between primitives (ECMA-262 7.2.14)
console.log(1 == '1', 0 == '', '0' == false, true == '1', true == 2);
console.log(null == undefined, null == 0, undefined == 0, null == false, null == '');
console.log(NaN == NaN, 'a' == 'a', '1' == '01', 1 == '01');
console.log(1 != '1', null != undefined);
let o = {};
console.log(o == o, o == {}, o == null, null == o);
