// rejected: 3:1 for-of loops
const a = [1, 2];
for (const x of a) {
  console.log(x);
}
