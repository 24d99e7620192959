// rejected: 2:11 require as a value
const r = require;
