// rejected: 2:20 BigInt
console.log(typeof BigInt(1));
