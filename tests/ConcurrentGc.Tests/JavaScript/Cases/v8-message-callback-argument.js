// Node's messages for callbacks that are no functions.
function say(f) { try { f(); } catch (e) { console.log(e instanceof TypeError, e.message); } }
say(() => setTimeout('code', 1));
say(() => setTimeout());
say(() => setInterval(null, 1));
say(() => setImmediate(1.5));
say(() => process.nextTick({}));
say(() => queueMicrotask(true));
say(() => setTimeout('a string that is longer than what is shown', 1));
