// rejected: 3:15 WeakRef
const o = { a: 1 };
const w = new WeakRef(o);
console.log(w.deref() === o);
