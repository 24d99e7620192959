// V8's messages about what cannot be a typed array or a buffer.
const t = (f) => { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } };
const b = new ArrayBuffer(10);
t(() => new ArrayBuffer(-1)); t(() => new ArrayBuffer(1e20)); t(() => ArrayBuffer(1)); t(() => Uint8Array(1));
t(() => new Uint8Array(-1)); t(() => new Uint8Array(1e10)); t(() => new Float64Array(1e20));
t(() => new Int32Array(b)); t(() => new Int32Array(b, 1)); t(() => new Uint8Array(b, 20)); t(() => new Uint8Array(b, 2, 20));
t(() => new Uint8Array(b, -1)); t(() => new Uint8Array(b, 2, -1)); t(() => new Float64Array(b, 8, 1)); t(() => new Int32Array(b, 4, 1).length);
t(() => new Uint8Array([1, 2, 3]).set([1, 2], 2)); t(() => new Uint8Array([1, 2, 3]).set([1], -1)); t(() => new Uint8Array(3).set(null));
t(() => ({ slice: b.slice }).slice()); t(() => ({ fill: new Uint8Array(1).fill }).fill(1));
t(() => { for (const x of b) console.log(x); });
