// node make.js 250 > table.txt: function, bits of its arguments, bits of what Node 20 returns.
let s = 12345n; const M = (1n<<64n)-1n;
const rnd = () => { s = (s * 6364136223846793005n + 1442695040888963407n) & M; return Number(s >> 11n) / 2**53; };
const buf = new DataView(new ArrayBuffer(8));
const bits = x => { buf.setFloat64(0, x); return buf.getBigUint64(0).toString(16).padStart(16, '0'); };
const from = b => { buf.setBigUint64(0, b); return buf.getFloat64(0); };
const any = () => { s = (s * 6364136223846793005n + 1442695040888963407n) & M; const hi = s >> 32n; s = (s * 6364136223846793005n + 1442695040888963407n) & M; return from(((hi << 32n) | (s >> 32n)) & M); };
const specials = [0, -0, 1, -1, 0.5, 2, -2, Infinity, -Infinity, NaN, 5e-324, 1.7976931348623157e308, Math.PI, Math.PI / 2, 27, 709, -745, 0.1, 1e22];
const inputs = n => { const a = [...specials]; for (let i = 0; i < n; i++) { const k = i % 6; a.push(k === 0 ? any() : k === 1 ? (rnd()-0.5)*10 : k === 2 ? (rnd()-0.5)*1e4 : k === 3 ? (rnd()-0.5)*Math.pow(2, Math.floor(rnd()*60)) : k === 4 ? Math.floor((rnd()-0.5)*2000) : rnd()*2); } return a; };
const N = +process.argv[2];
for (const f of ['exp','log','log2','log10','cbrt','sin','cos','tan','atan']) for (const x of inputs(N)) console.log(f, bits(x), bits(Math[f](x)));
for (const f of ['pow', 'atan2']) { const a = inputs(N), b = inputs(N).reverse(); for (let i = 0; i < a.length; i++) console.log(f, bits(a[i]), bits(b[i]), bits(Math[f](a[i], b[i]))); for (let i = 0; i < N; i++) { const x = rnd()*20, y = Math.floor((rnd()-0.5)*40); console.log(f, bits(x), bits(y), bits(Math[f](x, y))); } }
for (let i = 0; i < specials.length; i++) for (let j = 0; j < specials.length; j++) for (const f of ['pow','atan2','hypot']) console.log(f, bits(specials[i]), bits(specials[j]), bits(Math[f](specials[i], specials[j])));
for (let i = 0; i < N; i++) { const x = (rnd()-0.5)*1e3, y = (rnd()-0.5)*1e3; console.log('hypot', bits(x), bits(y), bits(Math.hypot(x, y))); }
