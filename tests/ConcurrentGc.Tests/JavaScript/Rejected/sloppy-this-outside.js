// rejected: 2:13 this outside of functions
console.log(this);
