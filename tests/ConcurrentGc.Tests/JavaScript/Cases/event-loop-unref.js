// A timer that was unreferenced does not keep the program alive. (Node's timers)
const ticking = setInterval(() => console.log('tick'), 200);
ticking.unref();
const other = setTimeout(() => console.log('never'), 5000);
console.log(other.unref() === other, other.hasRef(), other.ref().hasRef());
other.unref();
setTimeout(() => console.log('end'), 700);
