// costs MODE NUMBERS: programs in which one cost stands out, for orinoco calibrate. Needs node --expose-gc.
//   scavenge COUNT FIELDS CYCLES  a list of COUNT objects lives while garbage fills most of a nursery of 16 MB, then dies
//   slots COUNT CYCLES            COUNT old holders get a young object each: remembered slots
//   mark-list COUNT FIELDS        a live list, then gc() five times; mark-tree: a binary tree of objects with two fields
//   mark-array COUNT              an array of COUNT pointers to one object, then gc() five times
//   evacuate COUNT FIELDS         COUNT young objects live, one beside each is dead, then gc()
//   sweep COUNT EVERY             COUNT old objects of 40 bytes, one in EVERY lives, then gc() three times
//   large COUNT SLOTS             COUNT dead arrays with pages of their own
//   allocate COUNT FIELDS         COUNT dead objects: nanoseconds of CPU time for each
//   heap                          the statistics of the heap at the first line
// An object has FIELDS fields (2, 4 or 8) and 24 + 8 * FIELDS bytes.
'use strict';
class Two { constructor(next) { this.next = next; this.a = 0; } }
class Four { constructor(next) { this.next = next; this.a = 0; this.b = 0; this.c = 0; } }
class Eight {
  constructor(next) {
    this.next = next; this.a = 0; this.b = 0; this.c = 0; this.d = 0; this.e = 0; this.f = 0; this.g = 0;
  }
}
class Pair { constructor(left, right) { this.left = left; this.right = right; } }

let head = null, sink = null, seed = 12345;
function random(limit) { seed ^= seed << 13; seed ^= seed >>> 17; seed ^= seed << 5; return (seed >>> 1) % limit; }
function garbage(count) { for (let i = 0; i < count; i++) sink = new Pair(i, null); }
function twos(count) { let list = null; for (let i = 0; i < count; i++) list = new Two(list); return list; }
function fours(count) { let list = null; for (let i = 0; i < count; i++) list = new Four(list); return list; }
function eights(count) { let list = null; for (let i = 0; i < count; i++) list = new Eight(list); return list; }
function list(count, fields) { return fields === 2 ? twos(count) : fields === 4 ? fours(count) : eights(count); }
function tree(depth) { return depth === 0 ? new Pair(null, null) : new Pair(tree(depth - 1), tree(depth - 1)); }
function sparseTwos(count) { let kept = null; for (let i = 0; i < count; i++) { kept = new Two(kept); sink = new Two(null); } return kept; }
function sparseEights(count) { let kept = null; for (let i = 0; i < count; i++) { kept = new Eight(kept); sink = new Eight(null); } return kept; }
function collect(times) { for (let i = 0; i < times; i++) gc(); }

function slots(count, cycles) {
  const holders = new Array(count).fill(null);
  for (let i = 0; i < count; i++) holders[i] = new Pair(null, i);
  head = holders;
  collect(2);
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (let i = 0; i < count; i++) holders[i].left = new Pair(i, null);
    garbage(300000 + random(150000));
    for (let i = 0; i < count; i++) holders[i].left = null;
    garbage(420000);
  }
}

function sweep(count, every) {
  head = new Array(count).fill(null);
  for (let i = 0; i < count; i++) head[i] = new Pair(i, null);
  collect(2);
  for (let i = 0; i < count; i++) if (i % every !== 0) head[i] = null;
  collect(3);
}

function allocate(count, fields) {
  const part = 1000;
  list(200000, fields); list(200000, fields);
  const begin = process.cpuUsage();
  for (let i = 0; i < count; i += part) head = list(part, fields);
  const { user, system } = process.cpuUsage(begin);
  console.log('nanoseconds ' + ((user + system) * 1000 / count).toFixed(3));
}

const mode = process.argv[2], first = Number(process.argv[3]), second = Number(process.argv[4]), third = Number(process.argv[5]);
if (mode === 'scavenge') {
  for (let i = 0; i < third; i++) { head = null; head = list(first, second); garbage(300000 + random(150000)); }
} else if (mode === 'slots') slots(first, second);
else if (mode === 'mark-list') { head = list(first, second); collect(5); }
else if (mode === 'mark-tree') { head = tree(Math.round(Math.log2(first)) - 1); collect(5); }
else if (mode === 'mark-array') { head = new Array(first).fill({}); collect(5); }
else if (mode === 'evacuate') { head = second === 2 ? sparseTwos(first) : sparseEights(first); collect(1); }
else if (mode === 'sweep') sweep(first, second);
else if (mode === 'large') { for (let i = 0; i < first; i++) sink = new Array(second); }
else if (mode === 'allocate') allocate(first, second);
else throw new Error('unknown mode ' + mode);
