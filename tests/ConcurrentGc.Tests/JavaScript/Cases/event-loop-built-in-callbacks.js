// A built-in function can be a callback. (Node's event loop)
setTimeout(console.log, 20, 'three', 3.5);
process.nextTick(console.log, 'one', 1);
setImmediate(console.log, 'two');
