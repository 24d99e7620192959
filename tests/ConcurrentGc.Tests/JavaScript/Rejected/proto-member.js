// rejected: 3:3 __proto__
const o = { };
o.__proto__ = null;
