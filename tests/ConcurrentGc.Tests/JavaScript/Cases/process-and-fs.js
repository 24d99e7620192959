// process.argv and fs.writeSync (host, outside ECMA-262)
const fs = require('fs');
console.log(process.argv.length >= 2, typeof process.argv[1], process.argv[99]);
fs.writeSync(1, 'text without newline');
fs.writeSync(1, '\n');
require('fs').writeSync(1, 'again ' + 1.5 + '\n');
console.log('after');
