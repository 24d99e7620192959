// rejected: 4:3 for-in loops
function f(a) {
	if (a)
		for (const x in a) console.log(x);
}
f(null);
