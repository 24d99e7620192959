// rejected: 3:12 syntax error
for (let i = 0; i < 2; i++) {
  continue missing;
}
