// rejected: 2:15 Proxy
const p = new Proxy({}, {});
console.log(p.x);
