// 32-bit multiplication and leading zeros (ECMA-262 21.3.2.19, 21.3.2.11)
console.log(Math.imul(3, 4), Math.imul(-5, 12), Math.imul(0xffffffff, 5), Math.imul(0x12345678, 0x9abcdef0));
console.log(Math.imul(65536, 65536), Math.imul(2.9, 3.9), Math.imul('3', 2), Math.imul(NaN, 1));
console.log(Math.clz32(1), Math.clz32(0), Math.clz32(-1), Math.clz32(0xffff), Math.clz32(4294967296), Math.clz32(0.5));
let h = 0x811c9dc5;
const s = 'hash me';
for (let i = 0; i < s.length; i++) { h ^= s.charCodeAt(i); h = Math.imul(h, 0x01000193); }
console.log(h >>> 0, h | 0);
