// rejected: 2:5 new String
new String("x");
