// let and const shadow per block (ECMA-262 14.2)
let x = 'outer';
{
  let x = 'inner';
  console.log(x);
  { const x = 'innermost'; console.log(x); }
  console.log(x);
}
console.log(x);
function f(x) { { let x = 2; x++; } return x; }
console.log(f(1));
let u;
console.log(u);
for (let i = 0; i < 2; i++) { let fresh; console.log(fresh); fresh = i; }
