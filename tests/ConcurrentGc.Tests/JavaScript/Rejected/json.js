// rejected: 2:13 JSON
console.log(JSON.stringify({ a: 1 }));
