// Array.isArray (ECMA-262 23.1.2.2)
console.log(Array.isArray([]), Array.isArray(new Array(2)), Array.isArray([1].slice()));
console.log(Array.isArray({}), Array.isArray('abc'), Array.isArray({ length: 1 }), Array.isArray(null), Array.isArray());
