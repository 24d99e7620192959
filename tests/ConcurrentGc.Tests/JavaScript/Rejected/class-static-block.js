// rejected: 3:3 static blocks
class C {
  static { C.x = 1; }
}
console.log(C.x);
