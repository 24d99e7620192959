// rejected: 2:17 for-of loops
const s = '😀'; for (const c of s) console.log(c);
