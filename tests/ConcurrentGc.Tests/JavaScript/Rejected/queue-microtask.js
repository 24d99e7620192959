// rejected: 2:1 queueMicrotask
queueMicrotask(() => console.log('later'));
