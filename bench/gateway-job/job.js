'use strict';
// The job, told once: who measures what. Everything else in this folder reads it from here.

const endpoints = 4, unitsPerEndpoint = 5, registers = 50, plugs = 100, sensors = 100;

/** The 20 Modbus devices: name, endpoint and unit id. */
const devices = Array.from({ length: endpoints * unitsPerEndpoint }, (_, i) => ({
  name: `device-${i + 1}`, endpoint: Math.floor(i / unitsPerEndpoint), unit: (i % unitsPerEndpoint) + 1,
}));

/** The 200 MQTT sources, one message a second each. */
const three = i => String(i + 1).padStart(3, '0');
const sources = [
  ...Array.from({ length: plugs }, (_, i) => ({ kind: 'tasmota', name: `plug-${three(i)}`, topic: `tele/bench-${three(i)}/SENSOR` })),
  ...Array.from({ length: sensors }, (_, i) => ({ kind: 'zigbee2mqtt', name: `sensor-${three(i)}`, topic: `zigbee2mqtt/Bench ${three(i)}` })),
];

/*
 * Every value is a sequence number in disguise, so that the centre can prove delivery: the n-th reading of a point
 * says n. Bands keep them credible to a gateway that judges values; `of` reads the number back.
 */
const sequences = {
  register: { modulo: 65536, of: v => Math.round(v) },
  power: { modulo: 3000, value: n => n % 3000, of: v => Math.round(v) },
  energy: { modulo: 1e9, value: n => n / 1000, of: v => Math.round(v * 1000) },
  temperature: { modulo: 3000, value: n => 5 + (n % 3000) / 100, of: v => Math.round((v - 5) * 100) },
  humidity: { modulo: 8000, value: n => 10 + (n % 8000) / 100, of: v => Math.round((v - 10) * 100) },
};

const valuesPerSecond = devices.length * registers + 2 * sources.length;

module.exports = { endpoints, unitsPerEndpoint, registers, devices, sources, sequences, valuesPerSecond };

/** argument('port', '1883') reads `--port N` from the command line. */
module.exports.argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0 && otherwise === undefined) { console.error(`--${name} is missing`); process.exit(2); }
  return at < 0 ? otherwise : process.argv[at + 1];
};
