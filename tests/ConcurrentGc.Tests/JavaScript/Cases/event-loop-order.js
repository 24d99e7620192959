// After the module: process.nextTick, then microtasks, then timers by their time. (Node's event loop)
setTimeout(() => console.log('timer 60'), 60);
setTimeout(() => console.log('timer 20'), 20);
setImmediate(() => console.log('immediate'));
queueMicrotask(() => {
  console.log('microtask 1');
  process.nextTick(() => console.log('tick of a microtask'));
  queueMicrotask(() => console.log('microtask of a microtask'));
});
process.nextTick(() => {
  console.log('tick 1');
  queueMicrotask(() => console.log('microtask of a tick'));
  process.nextTick(() => console.log('tick of a tick'));
});
process.nextTick(() => console.log('tick 2'));
queueMicrotask(() => console.log('microtask 2'));
console.log('module');
