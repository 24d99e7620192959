// rejected: 3:1 modules
const x = 1;
export { x };
