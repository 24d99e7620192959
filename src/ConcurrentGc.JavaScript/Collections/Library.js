// The part of the built-in classes that calls functions of the program, as V8 has it in Torque. A class here stands for the
// built-in one of its name, and its constructor for what follows once the object is there. Calls of $names are instructions:
// $call(function, this, arguments) calls, the others are built-in functions that only this text can name.

class Map {
  constructor(iterable) {
    const add = this.set;
    $CheckFunction(add);
    for (const entry of iterable) {
      $CheckEntry(entry);
      $call(add, this, entry[0], entry[1]);
    }
  }

  forEach(callback, receiver = undefined) {
    let table = $TableOfMap(this);
    $CheckFunction(callback);
    for (let index = 0; (index = $TableIndex(table, index)) >= 0; index++) {
      table = $TableNewest(table, index);
      $call(callback, receiver, $TableValue(table, index), $TableKey(table, index), this);
    }
  }
}

class Set {
  constructor(iterable) {
    const add = this.add;
    $CheckFunction(add);
    for (const value of iterable) $call(add, this, value);
  }

  forEach(callback, receiver = undefined) {
    let table = $TableOfSet(this);
    $CheckFunction(callback);
    for (let index = 0; (index = $TableIndex(table, index)) >= 0; index++) {
      table = $TableNewest(table, index);
      $call(callback, receiver, $TableKey(table, index), $TableKey(table, index), this);
    }
  }
}

class WeakMap {
  constructor(iterable) {
    const add = this.set;
    $CheckFunction(add);
    for (const entry of iterable) {
      $CheckEntry(entry);
      $call(add, this, entry[0], entry[1]);
    }
  }
}

class WeakSet {
  constructor(iterable) {
    const add = this.add;
    $CheckFunction(add);
    for (const value of iterable) $call(add, this, value);
  }
}

class Array {
  static from(items, mapper = undefined, receiver = undefined) {
    if (mapper !== undefined) $CheckFunction(mapper);
    $CheckIterable(items);
    let index = 0;
    if (items[Symbol.iterator] !== undefined) {
      const list = [];
      for (const item of items) {
        list.push(mapper === undefined ? item : $call(mapper, receiver, item, index));
        index++;
      }
      return list;
    }
    const length = Math.max(0, Math.trunc(items.length)) || 0;
    const list = $Array(length);
    for (; index < length; index++) {
      list[index] = mapper === undefined ? items[index] : $call(mapper, receiver, items[index], index);
    }
    return list;
  }
}
