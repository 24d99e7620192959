// Callbacks get the arguments that follow, doubles and objects too; this of a timer is the timer. (Node's timers)
'use strict';
const o = { name: 'o' };
const timer = setTimeout(function (a, b, c, d) { console.log(a, b, c.name, d, this === timer); }, 50, 1.5, 'two', o);
setImmediate(function (a, b) { console.log(a, b.name); }, 0.25, o);
process.nextTick(function (a, b, c) { console.log(a, b, c, this); }, 1, 2.5, null);
queueMicrotask(function (a) { console.log(a); });
console.log(typeof timer, timer.hasRef(), typeof setImmediate, setTimeout.length, process.nextTick.name);
