// rejected: 4:3 for-of loops
function f(a) {
	if (a)
		for (const x of a) console.log(x);
}
f(null);
