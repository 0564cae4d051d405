'use strict';
// The centre of ours, written from docs/wire.md alone: a Sparkplug host that says it is there, reads births and data,
// keeps the ledger and confirms the outbox.

const fs = require('fs');
const mqtt = require('mqtt');
const sparkplug = require('sparkplug-payload').get('spBv1.0');
const { Ledger } = require('./ledger');
const { argument } = require('./job');

const ledger = new Ledger(), out = argument('out'), host = 'spBv1.0/STATE/centre', since = Date.now();
const state = online => JSON.stringify({ online, timestamp: since });
const names = new Map(), outboxes = new Map();
const kinds = { 'power.active': 'power', 'energy.import': 'energy', 'room.temperature': 'temperature', 'room.humidity': 'humidity' };
let messages = 0, bytes = 0, births = 0, bad = 0, acknowledged = 0, historical = 0;

const client = mqtt.connect(argument('broker'), { clientId: 'bench-centre', will: { topic: host, payload: state(false), qos: 1, retain: true } });
client.on('connect', () => client.subscribe('spBv1.0/#', { qos: 1 }, () => {
  client.publish(host, state(true), { qos: 1, retain: true }, () => console.log('ready'));
}));

const command = (group, node, metrics) =>
  client.publish(`spBv1.0/${group}/NCMD/${node}`, Buffer.from(sparkplug.encodePayload({ timestamp: Date.now(), metrics })), { qos: 0 });
const number = value => value === null || value === undefined ? NaN : Number(value.toString());

function born(key, metrics) {
  births++;
  const aliases = new Map();
  for (const metric of metrics) { if (metric.alias !== undefined && metric.name) { aliases.set(metric.alias.toString(), metric.name); } }
  names.set(key, aliases);
}

function data(group, node, device, metrics) {
  const outbox = outboxes.get(`${group}/${node}`), aliases = names.get(`${group}/${node}/${device}`);
  if (!aliases || !outbox) { command(group, node, [{ name: 'Node Control/Rebirth', type: 'Boolean', value: true }]); return; }
  let sequence = NaN, first = NaN;
  for (const metric of metrics) {
    const name = metric.name || aliases.get(metric.alias?.toString());
    if (name === 'Outbox/Sequence') { sequence = number(metric.value); continue; }
    if (name === 'Outbox/First') { first = number(metric.value); continue; }
    if (metric.isHistorical) { historical++; }
    if (metric.properties?.Quality !== undefined && number(metric.properties.Quality.value) !== 192) { bad++; continue; }
    const register = /^r(\d+)$/.exec(name || '');
    const kind = register ? 'register' : kinds[name];
    if (kind) { ledger.note(`${device}/${name}`, kind, number(metric.value)); }
  }
  if (!Number.isNaN(sequence)) { confirm(outbox, sequence, first); }
}

function confirm(outbox, sequence, first) {
  outbox.held.add(sequence);
  if (first - 1 > outbox.upTo) { outbox.upTo = first - 1; }
  while (outbox.held.delete(outbox.upTo + 1)) { outbox.upTo++; }
  outbox.due = true;
}

client.on('message', (topic, payload) => {
  const [, group, type, node, device] = topic.split('/');
  if (group === 'STATE' || type === 'NCMD' || type === 'DCMD') { return; }
  messages++;
  bytes += payload.length;
  const { metrics = [] } = sparkplug.decodePayload(payload);
  if (type === 'NBIRTH') {
    const id = metrics.find(metric => metric.name === 'Outbox/Id')?.value, known = outboxes.get(`${group}/${node}`);
    if (known?.id !== id) { outboxes.set(`${group}/${node}`, { group, node, id, held: new Set(), upTo: 0, due: false }); }
    born(`${group}/${node}/`, metrics);
  } else if (type === 'DBIRTH') { born(`${group}/${node}/${device}`, metrics); }
  else if (type === 'DDATA') { data(group, node, device, metrics); }
});

// One answer confirms all that came in the last moments.
setInterval(() => {
  for (const outbox of outboxes.values()) {
    if (!outbox.due) { continue; }
    outbox.due = false;
    acknowledged = outbox.upTo;
    command(outbox.group, outbox.node, [{ name: 'Outbox/Id', type: 'String', value: outbox.id }, { name: 'Outbox/Acknowledged', type: 'Int64', value: outbox.upTo }]);
  }
}, 200);

setInterval(() => {
  const { values, again, strange, lost, silent } = ledger;
  fs.writeFileSync(`${out}.new`, JSON.stringify({ at: performance.now(), messages, bytes, values, again, strange, lost, silent, points: ledger.rows.size, births, bad, historical, acknowledged }));
  fs.renameSync(`${out}.new`, out);
}, 500);
process.on('SIGTERM', () => client.publish(host, state(false), { qos: 1, retain: true }, () => client.end(true, () => process.exit(0))));
