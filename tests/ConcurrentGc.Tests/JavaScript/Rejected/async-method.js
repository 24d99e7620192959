// rejected: 3:3 async functions
const o = {
  async load() { return 1; },
};
console.log(typeof o.load);
