// rejected: 3:8 use of a function outside of the block that declares it
{ function f() { } }
typeof f;
