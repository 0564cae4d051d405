// Modbus servers written by others: modbus_servers.js modbus-serial|jsmodbus tcp|rtu PORT|PATH.
// Any unit. Holding register n holds n, input register n 1000 + n, coil n is n % 3 == 0, discrete input n is n % 2 == 0.
const [library, line, where] = process.argv.slice(2);
const port = { path: where, baudRate: 19200, parity: 'even' };
const servers = {
  'modbus-serial': () => {
    const modbus = require('modbus-serial');
    const registers = {}, coils = {};
    const vector = {
      getHoldingRegister: a => a in registers ? registers[a] : a, getInputRegister: a => 1000 + a,
      getCoil: a => a in coils ? coils[a] : a % 3 === 0, getDiscreteInput: a => a % 2 === 0,
      setRegister: (a, v) => { registers[a] = v; }, setCoil: (a, v) => { coils[a] = v; },
    };
    if (line === 'tcp') new modbus.ServerTCP(vector, { host: '127.0.0.1', port: +where, unitID: 0 });
    else new modbus.ServerSerial(vector, { ...port, port: where, unitID: 0 });
  },
  jsmodbus: () => {
    const modbus = require('jsmodbus');
    const most = 2000;
    const words = first => { const b = Buffer.alloc(2 * most); for (let n = 0; n < most; n++) b.writeUInt16BE(first + n, 2 * n); return b; };
    const bits = of => { const b = Buffer.alloc(most / 8); for (let n = 0; n < most; n++) if (of(n)) b[n >> 3] |= 1 << (n & 7); return b; };
    const tables = { holding: words(0), input: words(1000), coils: bits(n => n % 3 === 0), discrete: bits(n => n % 2 === 0) };
    if (line === 'tcp') {
      const server = require('net').createServer();
      new modbus.server.TCP(server, tables);
      server.listen(+where, '127.0.0.1');
    } else new modbus.server.RTU(new (require('serialport').SerialPort)(port), tables);
  },
};
servers[library]();
console.log('ready');
