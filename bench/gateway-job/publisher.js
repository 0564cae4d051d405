'use strict';
// 200 MQTT messages a second in the shapes of Tasmota plugs and Zigbee2MQTT sensors, spread evenly over the second.

const mqtt = require('mqtt');
const { sources, sequences, argument } = require('./job');

const stepMs = 20, steps = 1000 / stepMs, perStep = sources.length / steps;
const client = mqtt.connect(argument('broker'), { clientId: 'bench-publisher' });
const count = new Uint32Array(sources.length);
const pad = n => String(n).padStart(2, '0');
const local = at => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;

function payload(source, n) {
  const { power, energy, temperature, humidity } = sequences;
  return source.kind === 'tasmota'
    ? {
      Time: local(new Date()),
      ENERGY: {
        TotalStartTime: '2026-01-01T00:00:00', Total: energy.value(n), Yesterday: 0.512, Today: 0.288, Period: 0, Power: power.value(n),
        ApparentPower: power.value(n) + 3, ReactivePower: 12, Factor: 0.98, Voltage: 231, Current: 0.5,
      },
    }
    : { battery: 97, humidity: humidity.value(n), linkquality: 120, temperature: temperature.value(n), voltage: 2985 };
}

let tick = 0, started = 0;
function step() {
  const due = Math.floor((performance.now() - started) / stepMs);
  for (; tick <= due; tick++) {
    for (let i = 0; i < perStep; i++) {
      const which = (tick % steps) * perStep + i;
      client.publish(sources[which].topic, JSON.stringify(payload(sources[which], ++count[which])), { qos: 0 });
    }
  }
}

client.once('connect', () => {
  started = performance.now();
  setInterval(step, stepMs);
  console.log('ready');
});
process.on('SIGTERM', () => { console.log(JSON.stringify({ messages: count.reduce((a, b) => a + b, 0) })); client.end(true, () => process.exit(0)); });
