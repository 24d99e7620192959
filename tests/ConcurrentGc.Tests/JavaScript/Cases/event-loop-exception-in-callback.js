// What a callback throws can be caught in it; the module's handlers are gone when it runs. (Node's event loop)
try {
  setTimeout(() => {
    try { null.x; } catch (e) { console.log('inner', e instanceof TypeError); } finally { console.log('finally'); }
    setImmediate(() => console.log('next'));
  }, 1);
} catch (e) {
  console.log('outer');
}
