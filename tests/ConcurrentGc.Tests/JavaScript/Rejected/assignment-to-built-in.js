// rejected: 2:1 assignment to Array
Array = 5;
