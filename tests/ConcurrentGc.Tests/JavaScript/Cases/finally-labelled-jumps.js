// A labelled jump out of two finally blocks runs both (ECMA-262 14.13, 14.15)
let log = '';
a: for (let i = 0; i < 3; i++) {
  try {
    b: for (let j = 0; j < 3; j++) {
      try {
        if (j === 0) continue b;
        if (i === 1) break a;
        if (j === 1) continue a;
      } finally { log += i + '' + j + ' '; }
    }
  } finally { log += 'o' + i + ' '; }
}
console.log(log);
