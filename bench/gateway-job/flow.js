'use strict';
// Writes the Node-RED flow of the job: --form batched | single, --modbus FIRST_PORT, --mqtt PORT. One read node a device,
// 50 registers each second; MQTT sources parsed and passed on; everything out at QoS 1.

const { endpoints, devices, registers, argument } = require('./job');

const single = argument('form') === 'single', first = Number(argument('modbus')), broker = argument('mqtt');
const tab = 'tab', flow = [{ id: tab, type: 'tab', label: 'job', disabled: false, info: '' }];

flow.push({
  id: 'broker', type: 'mqtt-broker', name: '', broker: '127.0.0.1', port: broker, clientid: 'nodered', autoConnect: true, usetls: false,
  protocolVersion: '4', keepalive: '60', cleansession: true, autoUnsubscribe: true, birthTopic: '', birthQos: '0', birthPayload: '', birthMsg: {},
  closeTopic: '', closePayload: '', closeMsg: {}, willTopic: '', willQos: '0', willPayload: '', willMsg: {}, userProps: '', sessionExpiry: '',
});

for (let i = 0; i < endpoints; i++) {
  flow.push({
    id: `client${i}`, type: 'modbus-client', name: '', clienttype: 'tcp', bufferCommands: true, stateLogEnabled: false, queueLogEnabled: false,
    failureLogEnabled: true, tcpHost: '127.0.0.1', tcpPort: String(first + i), tcpType: 'DEFAULT', serialPort: '/dev/ttyUSB', serialType: 'RTU-BUFFERD',
    serialBaudrate: '9600', serialDatabits: '8', serialStopbits: '1', serialParity: 'none', serialConnectionDelay: '100',
    serialAsciiResponseStartDelimiter: '0x3A', unit_id: '1', commandDelay: '1', clientTimeout: '1000', reconnectOnTimeout: true,
    reconnectTimeout: '2000', parallelUnitIdsAllowed: true, showErrors: false, showWarnings: true, showLogs: false,
  });
}

const code = (id, func, to) => flow.push({ id, type: 'function', z: tab, name: id, func, outputs: 1, timeout: 0, noerr: 0, initialize: '', finalize: '', libs: [], x: 450, y: 300, wires: [[to]] });

devices.forEach((device, i) => flow.push({
  id: `read${i}`, type: 'modbus-read', z: tab, name: '', topic: device.name, showStatusActivities: false, logIOActivities: false, showErrors: false,
  showWarnings: true, unitid: String(device.unit), dataType: 'HoldingRegister', adr: '0', quantity: String(registers), rate: '1', rateUnit: 's',
  delayOnStart: false, startDelayTime: '', enableDeformedMessages: false, server: `client${device.endpoint}`, useIOFile: false, ioFile: '',
  useIOForPayload: false, emptyMsgOnFail: false, x: 200, y: 60 + 40 * i, wires: [['registers'], []],
}));
code('registers', single
  ? "const ts = Date.now(); return [msg.payload.map((v, i) => ({ topic: 'centre/d/' + msg.topic + '/' + i, payload: JSON.stringify({ ts, v }) }))];"
  : "return { topic: 'centre/d/' + msg.topic, payload: JSON.stringify({ ts: Date.now(), v: msg.payload }) };", 'out');

const subscribe = (id, topic, to) => flow.push({ id, type: 'mqtt in', z: tab, name: '', topic, qos: '0', datatype: 'json', broker: 'broker', nl: false, rap: true, rh: 0, inputs: 0, x: 200, y: 900, wires: [[to]] });
subscribe('plugs', 'tele/+/SENSOR', 'plug');
subscribe('sensors', 'zigbee2mqtt/+', 'sensor');
const pass = (name, values) => single
  ? `const ts = Date.now(), v = { ${values} }; return [Object.keys(v).map(k => ({ topic: 'centre/s/' + ${name} + '/' + k, payload: JSON.stringify({ ts, v: v[k] }) }))];`
  : `return { topic: 'centre/s/' + ${name}, payload: JSON.stringify({ ts: Date.now(), ${values} }) };`;
code('plug', pass("msg.topic.split('/')[1]", 'power: msg.payload.ENERGY.Power, energy: msg.payload.ENERGY.Total'), 'out');
code('sensor', pass("msg.topic.split('/')[1]", 'temperature: msg.payload.temperature, humidity: msg.payload.humidity'), 'out');
flow.push({ id: 'out', type: 'mqtt out', z: tab, name: '', topic: '', qos: '1', retain: 'false', respTopic: '', contentType: '', userProps: '', correl: '', expiry: '', broker: 'broker', x: 650, y: 300, wires: [] });

process.stdout.write(`${JSON.stringify(flow, null, 1)}\n`);
