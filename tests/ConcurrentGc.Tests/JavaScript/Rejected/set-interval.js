// rejected: 2:11 setInterval
const h = setInterval(() => {}, 1000);
