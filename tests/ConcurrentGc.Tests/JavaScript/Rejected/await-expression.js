// rejected: 3:13 await
async function load(p) {
  const v = await p;
  return v;
}
console.log(typeof load);
