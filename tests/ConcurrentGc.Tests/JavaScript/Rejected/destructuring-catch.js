// rejected: 4:10 destructuring
try {
  throw { message: 'm' };
} catch ({ message }) {
  console.log(message);
}
