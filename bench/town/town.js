'use strict';
// Finds a town started by ./run: its processes, addresses and password. Nothing but Node's own library.

const fs = require('fs');
const path = require('path');

const root = path.resolve(__dirname, '..', '..');

const programs = ['dashboard', 'firmware-sim', 'gateway'];

const read = file => { try { return fs.readFileSync(file, 'utf8'); } catch { return ''; } };
const line = pid => read(`/proc/${pid}/cmdline`).split('\0').filter(Boolean);
const link = file => { try { return fs.readlinkSync(file); } catch { return ''; } };

/** The processes of the town, by name: broker, town, dashboard, gateway-<site>. */
function processes() {
  const found = [];
  for (const pid of fs.readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number)) {
    const exe = link(`/proc/${pid}/exe`), args = line(pid);
    if (exe.endsWith('/mosquitto') && args.some(arg => arg.startsWith(`${root}/.run/`))) { found.push({ pid, name: 'broker', args }); }
    else if (exe.startsWith(`${root}/`) && programs.includes(path.basename(exe))) {
      const program = path.basename(exe), site = args[args.indexOf('--site') + 1];
      const name = program === 'gateway' ? `gateway-${path.basename(site, '.yaml')}` : program === 'firmware-sim' ? 'town' : program;
      found.push({ pid, name, args });
    }
  }
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

/** Addresses and the demo password of the running town. */
function describe() {
  const all = processes(), dashboard = all.find(one => one.name === 'dashboard'), town = all.find(one => one.name === 'town');
  if (!dashboard || !town) { console.error('No town runs from this tree: start ./run first.'); process.exit(2); }
  // Only the simulator's addresses: ./run picks free ports and tells them to the processes alone.
  const school = read(`/proc/${town.pid}/environ`).split('\0').find(one => one.startsWith('TOWN_ECOLE='))?.slice('TOWN_ECOLE='.length);
  const password = /^demo_password=(.*)$/m.exec(read(path.join(root, '.run', 'secrets')))?.[1];
  return { all, address: dashboard.args[dashboard.args.indexOf('--urls') + 1], password, school: school ?? '127.0.0.1:15021' };
}

/** The q-quantile of numbers. */
const quantile = (numbers, q) => { const sorted = [...numbers].sort((a, b) => a - b); return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]; };

module.exports = { root, processes, describe, quantile };

/** argument('rounds', '10') reads `--rounds N` from the command line. */
module.exports.argument = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
