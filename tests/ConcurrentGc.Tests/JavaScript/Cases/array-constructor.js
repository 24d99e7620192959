// new Array(n), new Array(a, b) and invalid lengths (ECMA-262 23.1.1.1)
console.log(new Array(5).length, new Array().length, new Array(1, 2, 3).length, new Array('3').length, new Array('3')[0]);
console.log(new Array(0).length, new Array(2.0).length);
try { new Array(-1); } catch (e) { console.log(e.name, e.message); }
try { new Array(1.5); } catch (e) { console.log(e instanceof RangeError); }
try { new Array(4294967296); } catch (e) { console.log(e instanceof RangeError); }
try { new Array(NaN); } catch (e) { console.log(e.name); }
