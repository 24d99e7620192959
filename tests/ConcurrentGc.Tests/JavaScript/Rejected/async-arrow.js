// rejected: 2:14 async functions
const load = async () => 1;
console.log(typeof load);
