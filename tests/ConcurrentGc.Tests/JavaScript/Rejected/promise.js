// rejected: 2:1 Promise
Promise.resolve(1);
console.log('sync');
