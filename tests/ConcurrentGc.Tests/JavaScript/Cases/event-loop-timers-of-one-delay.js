// Timers of one delay run in the order in which they were set; a delay below one, or none, is one millisecond. (Node's timers)
setTimeout(() => console.log('ten'), 10);
const names = ['zero', 'minus', 'none', 'text', 'one and a half', 'object'];
const delays = [0, -5, undefined, 'x', 1.5, {}];
for (let i = 0; i < 6; i++) setTimeout(() => console.log(names[i]), delays[i]);
setTimeout(() => console.log('no delay'));
setTimeout(() => console.log('thirty'), '30');
