// rejected: 2:19 setters
const o = { v: 0, set b(x) { this.v = x; } };
o.b = 1;
console.log(o.v);
