// rejected: 2:1 modules
import fs from 'fs';
console.log(typeof fs);
