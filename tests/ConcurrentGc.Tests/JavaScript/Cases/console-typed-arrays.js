// How console.log shows typed arrays and array buffers (Node, util.inspect).
console.log(new Uint8Array(0), new Uint8Array(3), [new Uint8Array(2)], { a: { b: { c: new Uint8Array(2), d: new ArrayBuffer(2) } } });
console.log({ a: { b: { c: { d: new Uint8Array(2) } } } });
console.log(new Uint8Array(120), new Float64Array([0.5, -0, 1e21]), new Int16Array([100, -5, 7, 8, 9, 10, 11]));
console.log(new ArrayBuffer(0), new ArrayBuffer(4), new ArrayBuffer(10));
console.log(new ArrayBuffer(60), new ArrayBuffer(101), new ArrayBuffer(130));
console.log(String(new Uint8Array([1, 2])), new Uint8Array([1, 2]) + '', `${new ArrayBuffer(1)}`);
console.log(new Uint8Array([1, 2]).values().next(), new Uint8Array([1, 2]).toString());
const named = new Uint8Array(2); named.label = 'x'; const kept = new ArrayBuffer(1); kept.tag = [1];
console.log(named, kept);
