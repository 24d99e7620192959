// rejected: 3:1 with statements
const o = { a: 1 };
with (o) {
  console.log(a);
}
