// A function expression can call itself by name or by its variable (ECMA-262 15.2.5)
const fact = function me(n) { return n <= 1 ? 1 : n * me(n - 1); };
console.log(fact(10), fact(20), typeof me);
const fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2);
console.log(fib(15));
let even = n => n === 0 ? true : odd(n - 1);
let odd = n => n === 0 ? false : even(n - 1);
console.log(even(10), odd(7), even(7));
