// rejected: 2:17 for-in loops
const s = '😀'; for (const c in s) console.log(c);
