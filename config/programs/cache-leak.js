// cache-leak [kind=map] [batches=400] [requests=500] [sessions=300] [slots=24] [seed=11]
// Sessions come and go; what was computed for one is cached. kind says how the cache holds it:
//   map    a Map from session to profile: nothing is ever deleted, so no session ever dies. The leak.
//   weak   a WeakMap from session to profile: both die when the session is replaced.
//   ref    a Map from number to a WeakRef of the profile, and a FinalizationRegistry that deletes the number of a profile
//          that died. The session holds its profile; a WeakRef keeps it until the batch ends.
// The result is the same for all of them, under any collector. Each batch is a turn of the event loop (setImmediate).
// Allocates per request:
//   Request    class, 2 fields (session, time)                24 + 2*8 = 40 B
// Allocates per session (a request in eight replaces one), and per lookup that finds nothing:
//   Session    class, 2 fields (id, profile)                  24 + 2*8 = 40 B
//   Profile    class, 2 fields (id, data)                     24 + 2*8 = 40 B
//   array      copy (slice) of slots Smis                     32 + (16 + 8*slots) B
//   an entry of the cache (about 74 B a Map entry over growth; kind=ref: WeakRef 32 B, cell of the registry 72 B)
'use strict';
const kind = process.argv[2] || 'map';
const batches = +(process.argv[3] || 400);
const requests = +(process.argv[4] || 500);
const sessions = +(process.argv[5] || 300);
const slots = +(process.argv[6] || 24);
let seed = +(process.argv[7] || 11) | 0;
function rnd(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed % n;
}

class Request { constructor(session, time) { this.session = session; this.time = time; } }
class Session { constructor(id) { this.id = id; this.profile = null; } }
class Profile { constructor(id, data) { this.id = id; this.data = data; } }

const template = new Array(slots).fill(0);
function compute(id) {
  const data = template.slice();
  for (let i = 0; i < slots; i++) data[i] = (id * 31 + i) & 1023;
  return new Profile(id, data);
}

class MapCache {
  constructor() { this.entries = new Map(); }
  of(session) {
    let profile = this.entries.get(session);
    if (profile === undefined) this.entries.set(session, profile = compute(session.id));
    return profile;
  }
}

class WeakCache {
  constructor() { this.entries = new WeakMap(); }
  of(session) {
    let profile = this.entries.get(session);
    if (profile === undefined) this.entries.set(session, profile = compute(session.id));
    return profile;
  }
}

class RefCache {
  constructor() {
    this.entries = new Map();
    this.registry = new FinalizationRegistry(id => { if (this.entries.get(id).deref() === undefined) this.entries.delete(id); });
  }
  of(session) {
    const ref = this.entries.get(session.id);
    let profile = ref === undefined ? undefined : ref.deref();
    if (profile === undefined) {
      profile = compute(session.id);
      session.profile = profile;
      this.entries.set(session.id, new WeakRef(profile));
      this.registry.register(profile, session.id);
    }
    return profile;
  }
}

const cache = kind === 'weak' ? new WeakCache() : kind === 'ref' ? new RefCache() : new MapCache();
let nextId = 0;
const ring = [];
for (let i = 0; i < sessions; i++) ring.push(new Session(nextId++));
let last = null, sum = 0, batch = 0;

function run() {
  for (let i = 0; i < requests; i++) {
    const at = rnd(sessions);
    if (rnd(8) === 0) ring[at] = new Session(nextId++);
    last = new Request(ring[at], i);
    const profile = cache.of(last.session);
    sum = (sum + profile.data[rnd(slots)] + profile.id) | 0;
  }
  if (++batch < batches) setImmediate(run);
  else console.log('cache-leak ' + sum);
}
run();
