'use strict';
// 20 Modbus devices on 4 TCP endpoints (npm modbus-serial's server), --port FIRST and the three after it.
// A register holds how many times it was read: a reading that is lost on the way leaves a hole the centre can see.

const { ServerTCP } = require('modbus-serial');
const { endpoints, unitsPerEndpoint, registers, argument } = require('./job');

const first = Number(argument('port'));
let requests = 0;

function serve(port) {
  const reads = Array.from({ length: unitsPerEndpoint + 1 }, () => new Uint16Array(registers));
  const read = (address, unit) => {
    if (unit < 1 || unit > unitsPerEndpoint || address >= registers) { throw Object.assign(new Error('no such register'), { modbusErrorCode: 2 }); }
    return ++reads[unit][address];
  };
  const vector = {
    getHoldingRegister: (address, unit) => { requests++; return read(address, unit); },
    getMultipleHoldingRegisters: (address, length, unit, done) => {
      requests++;
      if (address + length > registers) { done({ modbusErrorCode: 2 }); return; }
      done(null, Array.from({ length }, (_, i) => read(address + i, unit)));
    },
  };
  return new Promise(resolve => {
    const server = new ServerTCP(vector, { host: '127.0.0.1', port, unitID: 255, debug: false });
    server.on('socketError', () => { });
    server.on('initialized', resolve);
  });
}

Promise.all(Array.from({ length: endpoints }, (_, i) => serve(first + i))).then(() => console.log('ready'));
process.on('SIGTERM', () => { console.log(JSON.stringify({ requests })); process.exit(0); });
