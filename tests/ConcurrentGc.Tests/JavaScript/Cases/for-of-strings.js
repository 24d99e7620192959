// for-of over strings goes by code points (22.1.5.1).
for (const c of 'a\u00e9\u{1F600}\uD800z') console.log(c.length, c.charCodeAt(0));
console.log([...'xyz'].join('-'), [...''].length);
const [first, second, third = 'none'] = 'ab';
console.log(first, second, third);
