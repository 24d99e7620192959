// process.exit ends the program at once, finally blocks included (host, outside ECMA-262)
function f() { try { process.exit(0); } finally { console.log('never'); } }
require('fs').writeSync(1, 'before\n');
f();
require('fs').writeSync(1, 'never\n');
