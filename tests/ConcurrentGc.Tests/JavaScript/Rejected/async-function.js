// rejected: 2:1 async functions
async function load() {
  return 1;
}
console.log(typeof load);
