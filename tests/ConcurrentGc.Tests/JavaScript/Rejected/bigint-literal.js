// rejected: 3:13 BigInt
const x = 1;
console.log(10n ** 20n);
