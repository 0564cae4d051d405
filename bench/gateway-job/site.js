'use strict';
// Writes our own gateway's files for the job into --out FOLDER: site.yaml and devices/*.yaml. --modbus FIRST_PORT.

const fs = require('fs');
const path = require('path');
const { endpoints, devices, sources, registers, argument } = require('./job');

const out = argument('out'), first = Number(argument('modbus'));
fs.mkdirSync(path.join(out, 'devices'), { recursive: true });

// A dead band of 0, and the meter register declared as an ordinary value (a counter is told every 10 s at most):
// every reading goes to the centre.
fs.writeFileSync(path.join(out, 'devices', 'bench-registers.yaml'), `profile: bench-registers
name: ${registers} holding registers
protocol: modbus
source: bench/gateway-job/devices.js
periodSeconds: 1
points:
${Array.from({ length: registers }, (_, i) => `  - { point: r${i}, read: { holding: ${i}, as: uint16 }, deadband: 0 }`).join('\n')}
`);
fs.writeFileSync(path.join(out, 'devices', 'bench-plug.yaml'), `profile: bench-plug
name: Metering plug
protocol: mqtt
family: tasmota
source: bench/gateway-job/publisher.js
periodSeconds: 1
points:
  - { point: power.active, quantity: ActivePower, unit: W, field: ENERGY.Power, band: [0, 4000], deadband: 0 }
  - { point: energy.import, quantity: Energy, unit: kWh, field: ENERGY.Total, deadband: 0 }
`);
fs.writeFileSync(path.join(out, 'devices', 'bench-sensor.yaml'), `profile: bench-sensor
name: Room sensor
protocol: mqtt
family: zigbee2mqtt
source: bench/gateway-job/publisher.js
periodSeconds: 1
points:
  - { point: room.temperature, quantity: Temperature, unit: "°C", field: temperature, band: [-40, 60], deadband: 0 }
  - { point: room.humidity, quantity: RelativeHumidity, unit: "%", field: humidity, band: [0, 100], deadband: 0 }
`);

const lines = ['gateway: gw-bench', 'municipality: bench', 'name: Benchmark', 'buildings:', '  - { id: bench, name: Bench, use: Other }', 'buses:'];
for (let i = 0; i < endpoints; i++) { lines.push(`  - { id: line-${i + 1}, modbus: "127.0.0.1:${first + i}" }`); }
lines.push('devices:');
for (const { name, endpoint, unit } of devices) {
  lines.push(`  - { id: ${name}, name: ${name}, kind: Other, building: bench, profile: bench-registers, bus: line-${endpoint + 1}, unit: ${unit}, periodSeconds: 1 }`);
}
for (const { kind, name, topic } of sources) {
  const plug = kind === 'tasmota';
  lines.push(`  - { id: ${name}, name: ${name}, kind: Other, building: bench, profile: ${plug ? 'bench-plug' : 'bench-sensor'}, topic: "${plug ? topic.replace('/SENSOR', '') : topic}", periodSeconds: 1 }`);
}
fs.writeFileSync(path.join(out, 'site.yaml'), `${lines.join('\n')}\n`);
