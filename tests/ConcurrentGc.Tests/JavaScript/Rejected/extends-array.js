// rejected: 2:17 extends Array
class A extends Array { }
