// rejected: 3:3 for-in loops
const o = { a: 1 };
  for (const k in o) console.log(k);
