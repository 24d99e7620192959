// Comments and automatic semicolon insertion (ECMA-262 12.4, 12.10)
/* block
   comment */ let a = 1 // trailing
let b = 2; /* inline */ let c = a + /* between */ b
console.log(c)
let d = a
  + b
console.log(d)
let i = 1
let j = i
++i
console.log(i, j)
;;;
{ }
const f = function () { return a }
console.log(f()) // end
