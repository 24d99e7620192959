// setInterval repeats until it is cleared, also from its own callback; a cleared timer does not run. (Node's timers)
let n = 0;
const interval = setInterval((step) => {
  n += step;
  console.log('interval', n);
  if (n === 6) {
    clearInterval(interval);
    setTimeout(() => console.log('after', n), 15);
  }
}, 5, 2);
const never = setTimeout(() => console.log('never'), 8);
setTimeout(() => clearTimeout(never), 3);
const immediate = setImmediate(() => console.log('never'));
clearImmediate(immediate);
clearTimeout(undefined);
clearTimeout(null);
clearInterval({});
const once = setInterval(() => { console.log('once'); clearTimeout(once); }, 1);
