// rejected: 3:3 for-await loops
async function f(items) {
  for await (const x of items) console.log(x);
}
console.log(typeof f);
