// rejected: 2:8 a function declaration as the body of if
if (1) function g() { }
