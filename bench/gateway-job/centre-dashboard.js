'use strict';
// The real centre: our dashboard does the work; this only notes how many samples its history holds (/sante), once a second.
// It proves rates, not the absence of holes: the ledger of centre-sparkplug.js does that.

const fs = require('fs');
const { argument } = require('./job');

const address = argument('address'), out = argument('out');
const note = async () => {
  const response = await fetch(`${address}/sante`), { samples, points, refused, linkUp } = await response.json();
  fs.writeFileSync(`${out}.new`, JSON.stringify({ at: performance.now(), messages: 0, bytes: 0, values: samples, again: 0, strange: refused ?? 0, lost: 0, silent: 0, points: linkUp ? points : 0 }));
  fs.renameSync(`${out}.new`, out);
};
const limit = performance.now() + 30_000;
async function start() {
  try { await note(); } catch (error) { if (performance.now() > limit) { throw error; } setTimeout(start, 200); return; }
  console.log('ready');
  setInterval(() => note().catch(error => console.error(error.message)), 1000);
}
start();
process.on('SIGTERM', () => process.exit(0));
