// rejected: 2:20 Intl
console.log(typeof Intl.NumberFormat);
