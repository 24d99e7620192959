// void evaluates its operand and yields undefined (ECMA-262 13.5.2)
let n = 0;
console.log(void 0, void n++, n);
console.log(typeof void 'x');
console.log((void 0) === undefined);
