// Digits that a double does not hold are zeros in other bases; the empty name is a name (V8's DoubleToRadixCString)
console.log((1e21).toString(7), (2 ** 53).toString(3), (2 ** 53 - 1).toString(36), (-(2 ** 60) - 1024).toString(2), (1e300).toString(36));
console.log((0.1).toString(3), (255.5).toString(16), (-0).toString(2), (1e-7).toString(36), (123456789.123).toString(7));
try { (1).toString(1); } catch (e) { console.log(e.name + ': ' + e.message); }
console.log((-1e-7).toFixed(2), (-0).toFixed(2), (1.005).toFixed(2));
const o = { '': 1, 2: 3, ['x']: 4 }; o[''] += 5;
console.log(o[''], o['2'], '' in o);
