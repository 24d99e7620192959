// rejected: 3:1 assignment to the result of a call
function f() { }
f() = 1;
