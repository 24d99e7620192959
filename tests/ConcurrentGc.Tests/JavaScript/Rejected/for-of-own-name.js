// rejected: 3:17 the name of a loop variable
const list = [1];
for (const x of x) {
  console.log(x, list);
}
