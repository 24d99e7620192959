// rejected: 2:22 modules other than fs
const path = require('path');
console.log(path.sep);
