// Mutual recursion and recursion with several branches (ECMA-262 10.2.1)
function isEven(n) { return n === 0 ? true : isOdd(n - 1); }
function isOdd(n) { return n === 0 ? false : isEven(n - 1); }
console.log(isEven(1000), isOdd(1000));
function ackermann(m, n) { return m === 0 ? n + 1 : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)); }
console.log(ackermann(2, 3));
let moves = 0;
function hanoi(n, a, b, c) { if (n) { hanoi(n - 1, a, c, b); moves++; hanoi(n - 1, c, b, a); } }
hanoi(8, 'a', 'b', 'c');
console.log(moves);
function gcd(a, b) { return b ? gcd(b, a % b) : a; }
console.log(gcd(1071, 462));
