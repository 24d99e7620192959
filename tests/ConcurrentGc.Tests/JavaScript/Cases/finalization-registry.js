// Cells are registered and unregistered by token; nothing is called while targets are alive (26.2.3).
const registry = new FinalizationRegistry(held => console.log('cleanup', held));
const targets = [{ a: 1 }, { a: 2 }, { a: 3 }], token = {}, list = [];
console.log(registry.register(targets[0], 'first', token), registry.register(targets[1], 1.5, token), registry.register(targets[2], list, targets[2]));
console.log(registry.unregister(token), registry.unregister(token), registry.unregister({}), registry.unregister(targets[2]));
for (let i = 0; i < 20; i++) registry.register(targets[i % 3], i, token);
console.log(registry.unregister(token), registry.unregister(token), String(registry), typeof registry);
