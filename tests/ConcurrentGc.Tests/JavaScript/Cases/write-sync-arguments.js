// fs.writeSync takes strings (Node 20)
const fs = require('fs');
function c(v) { try { return fs.writeSync(1, v); } catch (e) { return e.message; } }
console.log(c('x\n'), c(5), c(null), c(undefined), c(true), c(() => 1), c({}), c([]));
