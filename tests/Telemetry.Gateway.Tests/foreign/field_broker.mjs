// A broker (aedes) and a Sparkplug node (sparkplug-payload) written by others: field_broker.mjs PORT FILE.
import { Aedes } from 'aedes';
import net from 'node:net';
import fs from 'node:fs';
import sparkplug from 'sparkplug-payload';
const codec = sparkplug.get('spBv1.0');
const broker = await Aedes.createBroker({
  authenticate: (client, user, password, done) => done(null, user === 'terrain' && String(password) === 'secret'),
});
net.createServer(broker.handle).listen(+process.argv[2], '127.0.0.1', () => console.log('listens'));
const lines = fs.readFileSync(process.argv[3], 'utf8').split('\n').filter(line => line).map(line => line.split('\t'));
const say = (topic, payload, retain = false) => broker.publish({ topic, payload, qos: 0, retain }, () => {});
let seq = 0, births = 0;
const node = (kind, device, metrics) => {
  const payload = { timestamp: Date.now() - 1000, metrics, seq };
  seq = (seq + 1) % 256;
  say(`spBv1.0/usine/${kind}/api1${device}`, Buffer.from(codec.encodePayload(payload)));
};
const birth = () => {
  births++;
  seq = 0;
  node('NBIRTH', '', [{ name: 'bdSeq', type: 'Int64', value: 0 }, { name: 'Node Control/Rebirth', type: 'Boolean', value: false }]);
  node('DBIRTH', '/chaudiere', [
    { name: 'Flow/Temperature', alias: 10, type: 'Float', value: 65.5 }, { name: 'Pump', alias: 11, type: 'Boolean', value: true },
    { name: 'Energy', alias: 12, type: 'UInt64', value: 123456 }, { name: 'Offset', alias: 13, type: 'Int32', value: -5 }]);
};
broker.on('publish', (packet, client) => {
  if (client && packet.topic === 'spBv1.0/usine/NCMD/api1') {
    const rebirth = codec.decodePayload(packet.payload).metrics.find(metric => metric.name === 'Node Control/Rebirth');
    if (rebirth && rebirth.value === true) { console.log('rebirth'); birth(); }
  }
});
say('compteur/garde', '1', true);
setInterval(() => {
  for (const [topic, payload] of lines) say(topic, Buffer.from(payload, 'base64'));
  // Like a real node, known or not: by alias only.
  node('DDATA', '/chaudiere', [{ alias: 10, type: 'Float', value: births ? 66.5 : 1 }]);
}, 200);
