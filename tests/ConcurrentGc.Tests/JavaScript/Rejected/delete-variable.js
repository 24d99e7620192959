// rejected: 3:13 delete of anything but a property
var v = 1;
console.log(delete v);
