// finalizer [batches=300] [opens=100] [live=200] [slots=48] [seed=5]
// Resources with a handle in a table of open handles. Two of three are closed; the others are forgotten, and their handles
// are closed by a FinalizationRegistry when the resource has died. What is printed does not depend on when that is: how
// many were opened and closed, and that no handle was closed twice or while its resource was in use (0 0).
// Each batch is a turn of the event loop (setImmediate); the last one checks every resource that is still in use.
// Allocates per resource:
//   array      copy (slice) of slots Smis                     32 + (16 + 8*slots) B
//   Resource   class, 3 fields (handle, data, token)          24 + 3*8 = 48 B
//   {}         its token for unregistering                    56 B
//   cell       of the registry                                72 B
//   an entry of the table (about 74 B over growth)
'use strict';
const batches = +(process.argv[2] || 300);
const opens = +(process.argv[3] || 100);
const live = +(process.argv[4] || 200);
const slots = +(process.argv[5] || 48);
let seed = +(process.argv[6] || 5) | 0;
function rnd(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed % n;
}

const handles = new Map();
let opened = 0, closed = 0, twice = 0, early = 0;

function release(handle) {
  if (!handles.delete(handle)) twice++;
}

const registry = new FinalizationRegistry(release);
const template = new Array(slots).fill(1);

class Resource {
  constructor(handle) {
    this.handle = handle;
    this.data = template.slice();
    this.token = {};
    handles.set(handle, slots);
    registry.register(this, handle, this.token);
  }

  close() {
    closed++;
    registry.unregister(this.token);
    release(this.handle);
  }
}

const used = new Array(live).fill(null);
let batch = 0;

function run() {
  for (let i = 0; i < opens; i++) {
    const at = rnd(live);
    const old = used[at];
    if (old !== null) {
      if (!handles.has(old.handle)) early++;
      if (rnd(3) > 0) old.close();
    }
    used[at] = new Resource(opened++);
  }
  if (++batch < batches) {
    setImmediate(run);
    return;
  }
  for (const resource of used) if (resource !== null && !handles.has(resource.handle)) early++;
  console.log('finalizer ' + opened + ' ' + closed + ' ' + twice + ' ' + early);
}
run();
