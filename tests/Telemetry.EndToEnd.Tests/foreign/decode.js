// Reads lines "topic hex" and prints each Sparkplug payload as one line of JSON, decoded by somebody else's library.
const path = require('path');
const sparkplug = require(path.join(process.argv[2], 'node_modules', 'sparkplug-payload')).get('spBv1.0');
require('readline').createInterface({ input: process.stdin }).on('line', line => {
  const space = line.lastIndexOf(' ');
  const topic = line.slice(0, space);
  const bytes = Buffer.from(line.slice(space + 1), 'hex');
  const payload = topic.includes('/STATE/') ? JSON.parse(bytes.toString()) : sparkplug.decodePayload(bytes);
  console.log(JSON.stringify({ topic, payload }, (_, value) => value && value.low !== undefined && value.high !== undefined
    ? Number(BigInt.asIntN(64, (BigInt(value.high >>> 0) << 32n) | BigInt(value.low >>> 0))) : value));
});
