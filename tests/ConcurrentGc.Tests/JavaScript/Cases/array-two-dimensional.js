// Arrays of arrays, matrix product (ECMA-262 10.4.2)
function matrix(n, f) { const m = new Array(n); for (let i = 0; i < n; i++) { m[i] = new Array(n); for (let j = 0; j < n; j++) m[i][j] = f(i, j); } return m; }
const a = matrix(6, (i, j) => i + j), b = matrix(6, (i, j) => i === j ? 2 : j * 0.5);
const c = matrix(6, (i, j) => { let s = 0; for (let k = 0; k < 6; k++) s += a[i][k] * b[k][j]; return s; });
let s = '';
for (let i = 0; i < 6; i++) s += c[i][i] + ' ';
console.log(s, c[0][5], c[5][0]);
a[2][3]++;
a[2][3] *= 1.5;
console.log(a[2][3], a[3][2]);
