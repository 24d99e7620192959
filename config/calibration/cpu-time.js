// cpu-time: node --require ./cpu-time.js PROGRAM prints, at the end, how long it ran since this line: CPU time and wall time.
'use strict';
const fs = require('fs');
const cpuBegin = process.cpuUsage(), wallBegin = process.hrtime.bigint();
process.on('exit', () => {
  const { user, system } = process.cpuUsage(cpuBegin);
  fs.writeSync(1, 'cpu-microseconds ' + (user + system) + ' of ' + (process.hrtime.bigint() - wallBegin) / 1000n + '\n');
});
