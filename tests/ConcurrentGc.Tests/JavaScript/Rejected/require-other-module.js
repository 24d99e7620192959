// rejected: 2:22 modules other than v8, os and fs
const path = require('path');
console.log(path.sep);
