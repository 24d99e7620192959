// rejected: 2:5 new Object
new Object();
