// rejected: 2:13 __proto__
const o = { __proto__: null };
