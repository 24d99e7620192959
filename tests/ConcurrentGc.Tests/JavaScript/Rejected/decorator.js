// rejected: 3:1 syntax error
function dec(c) { return c; }
@dec class C { }
