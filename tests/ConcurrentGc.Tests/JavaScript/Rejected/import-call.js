// rejected: 2:11 modules
const m = import('fs');
console.log(typeof m);
