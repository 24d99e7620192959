// rejected: 3:13 delete
const a = [1, 2];
console.log(delete a[0]);
