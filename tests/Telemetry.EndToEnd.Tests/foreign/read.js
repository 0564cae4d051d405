// Reads holding registers with somebody else's Modbus client: read.js LIBRARY PORT UNIT ADDRESS COUNT prints them as JSON.
const net = require('net');
const path = require('path');
const [library, ...numbers] = process.argv.slice(2);
const [port, unit, address, count] = numbers.map(Number);
const modbus = require(path.join(library, 'node_modules', 'jsmodbus'));
const socket = new net.Socket();
const client = new modbus.client.TCP(socket, unit, 5000);
socket.on('connect', async () => {
  const { response } = await client.readHoldingRegisters(address, count);
  console.log(JSON.stringify(response.body.valuesAsArray));
  socket.end();
});
socket.connect({ host: '127.0.0.1', port });
