// A timer set by a timer runs in a later round, immediates between them; closures keep their variables. (Node's event loop)
let depth = 0;
function next(path) {
  const here = path + '/' + depth;
  console.log(here);
  if (++depth < 4) {
    setTimeout(next, 3, here);
    setImmediate(() => console.log('immediate under', here));
  }
}
setTimeout(next, 5, '');
