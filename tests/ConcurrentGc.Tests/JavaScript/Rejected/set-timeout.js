// rejected: 2:1 setTimeout
setTimeout(() => console.log('later'), 0);
