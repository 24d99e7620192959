// Variables are found through several contexts (ECMA-262 9.1.2.1)
let g = 'g';
function a(x) {
  let av = 'a' + x;
  return function b(y) {
    let bv = 'b' + y;
    return function c(z) {
      let cv = 'c' + z;
      { let dv = 'd'; return () => { av += '!'; return g + av + bv + cv + dv; }; }
    };
  };
}
const f = a(1)(2)(3);
console.log(f());
g = 'G';
console.log(f());
