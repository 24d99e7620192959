// Ticks and microtasks run after each timer and each immediate, not after all of them. (Node's event loop)
for (let i = 0; i < 3; i++) {
  setTimeout(() => {
    console.log('timer', i);
    queueMicrotask(() => console.log('microtask of timer', i));
    process.nextTick(() => console.log('tick of timer', i));
  }, 400);
  setImmediate(() => {
    console.log('immediate', i);
    process.nextTick(() => console.log('tick of immediate', i));
    setImmediate(() => console.log('immediate of immediate', i));
  });
}
