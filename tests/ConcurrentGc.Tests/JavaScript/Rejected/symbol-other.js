// rejected: 2:20 Symbol.asyncIterator
console.log(Symbol.asyncIterator);
