// rejected: 2:18 the cause of an Error
new Error("a", { cause: 1 });
