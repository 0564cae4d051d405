'use strict';
// The centre of the peer: reads the messages of the Node-RED flow (QoS 1) and keeps the ledger.

const fs = require('fs');
const mqtt = require('mqtt');
const { Ledger } = require('./ledger');
const { argument } = require('./job');

const ledger = new Ledger(), out = argument('out');
let messages = 0, bytes = 0;
const client = mqtt.connect(argument('broker'), { clientId: 'bench-centre' });
client.on('connect', () => client.subscribe('centre/#', { qos: 1 }, () => console.log('ready')));

// centre/d/<device>      { ts, v: [50 numbers] }        centre/d/<device>/<register>  { ts, v: number }
// centre/s/<source>      { ts, power, energy, … }       centre/s/<source>/<kind>      { ts, v: number }
client.on('message', (topic, payload) => {
  messages++;
  bytes += payload.length;
  const body = JSON.parse(payload.toString()), [, what, name, part] = topic.split('/');
  if (what === 'd' && part === undefined) { body.v.forEach((value, i) => ledger.note(`${name}/${i}`, 'register', value)); }
  else if (what === 'd') { ledger.note(`${name}/${part}`, 'register', body.v); }
  else if (part === undefined) { for (const kind of Object.keys(body)) { if (kind !== 'ts') { ledger.note(`${name}/${kind}`, kind, body[kind]); } } }
  else { ledger.note(`${name}/${part}`, part, body.v); }
});

setInterval(() => {
  const { values, again, strange, lost, silent } = ledger;
  fs.writeFileSync(`${out}.new`, JSON.stringify({ at: performance.now(), messages, bytes, values, again, strange, lost, silent, points: ledger.rows.size }));
  fs.renameSync(`${out}.new`, out);
}, 500);
process.on('SIGTERM', () => client.end(true, () => process.exit(0)));
