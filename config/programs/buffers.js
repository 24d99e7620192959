// buffers [chunks=20000] [bytes=16384] [cached=2000] [seed=7] [report=0]
// A stream of chunks, as from a network or a file: each is filled, sent on in parts, and dropped; one in four stays in a cache
// that drops the oldest. What the chunks hold lies outside the heap, so it is external memory that makes the collector run.
// Start: new Array(cached) filled with null                       32 + (16 + 8*cached) B
// Allocates per chunk, in this order:
//   Uint8Array of bytes/2 to bytes                                96 + 88 B, and its bytes outside of the heap
//   Uint32Array(4), the header, whose bytes lie in the heap       96 + 88 + 32 B
//   subarray, the part that is sent on                            96 B
//   Message    class, 3 fields (header, body, part)               24 + 3*8 = 48 B
// With report 1, process.memoryUsage().arrayBuffers at the end is printed, too.
'use strict';
const chunks = +(process.argv[2] || 20000);
const bytes = +(process.argv[3] || 16384);
const cached = +(process.argv[4] || 2000);
let seed = +(process.argv[5] || 7) | 0;
const report = +(process.argv[6] || 0);
function rnd(n) {
  seed ^= seed << 13; seed ^= seed >>> 17; seed ^= seed << 5;
  return (seed >>> 1) % n;
}

class Message { constructor(header, body, part) { this.header = header; this.body = body; this.part = part; } }

const cache = new Array(cached).fill(null);
let next = 0;

function receive(number) {
  const body = new Uint8Array((bytes >> 1) + rnd((bytes >> 1) + 1));
  for (let at = rnd(64); at < body.length; at += 1024) body[at] = number + at;
  const header = new Uint32Array(4);
  header[0] = number; header[1] = body.length; header[2] = seed;
  const start = rnd(body.length >> 1);
  return new Message(header, body, body.subarray(start, start + 1024));
}

function send(message) {
  let sum = message.header[0] + message.header[1];
  const { part } = message;
  for (let at = 0; at < part.length; at += 64) sum = (sum * 31 + part[at]) | 0;
  return sum;
}

function run() {
  let sum = 0;
  for (let i = 0; i < chunks; i++) {
    const message = receive(i);
    sum = (sum + send(message)) | 0;
    if (i % 4 === 0) { cache[next] = message; next = (next + 1) % cached; }
    const old = cache[rnd(cached)];
    if (old !== null) sum = (sum ^ send(old)) | 0;
  }
  return sum;
}

const sum = run();
console.log('buffers', sum);
if (report === 1) console.log(process.memoryUsage().arrayBuffers);
