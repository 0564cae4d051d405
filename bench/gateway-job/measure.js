'use strict';
// Watches one process and its children for --seconds after --warmup, and what the centre received meanwhile.
// Prints one JSON line. CPU is utime + stime of /proc/PID/stat, at 100 ticks a second.

const fs = require('fs');
const { valuesPerSecond, argument } = require('./job');

const root = Number(argument('pid')), warmup = Number(argument('warmup')), seconds = Number(argument('seconds')), centre = argument('centre');
const label = argument('label'), ticksPerSecond = 100;
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const stat = pid => { const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8'); return text.slice(text.lastIndexOf(')') + 2).split(' '); };
const status = (pid, key) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

function family(pid) {
  const children = [];
  for (const task of fs.readdirSync(`/proc/${pid}/task`)) {
    try { children.push(...fs.readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)); } catch { /* the thread ended */ }
  }
  return [pid, ...children.flatMap(family)];
}

function look() {
  let ticks = 0, rss = 0, threads = 0;
  for (const pid of family(root)) {
    const fields = stat(pid); // from field 3 of proc(5): state is [0], utime [11], stime [12], their children's [13] [14], threads [17]
    ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
    threads += Number(fields[17]);
    rss += status(pid, 'VmRSS');
  }
  return { at: performance.now(), cpu: ticks / ticksPerSecond, rss, threads };
}

/** CPU seconds by thread name, to tell where they go. */
function byThread() {
  const sums = {};
  for (const task of fs.readdirSync(`/proc/${root}/task`)) {
    try {
      const text = fs.readFileSync(`/proc/${root}/task/${task}/stat`, 'utf8'), name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')), fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      sums[name] = (sums[name] ?? 0) + (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    } catch { /* the thread ended */ }
  }
  return sums;
}

/** All the machine's busy seconds, to tell how quiet it was. */
const busy = () => { const f = fs.readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).slice(1).map(Number); return (f[0] + f[1] + f[2] + f[5] + f[6] + f[7]) / ticksPerSecond; };
const received = () => JSON.parse(fs.readFileSync(centre, 'utf8'));
const round = (value, digits) => Number(value.toFixed(digits));

async function main() {
  await sleep(warmup * 1000);
  const from = look(), before = received(), load = busy(), started = byThread();
  let peak = from.rss, worst = 0, last = from;
  const slices = [];
  for (let i = 1; i <= seconds; i++) {
    await sleep(from.at + i * 1000 - performance.now());
    const now = look();
    peak = Math.max(peak, now.rss);
    slices.push((now.cpu - last.cpu) / (now.at - last.at) * 100_000);
    worst = Math.max(worst, slices.at(-1));
    last = now;
  }
  const threadPercent = Object.fromEntries(Object.entries(byThread()).map(([name, sum]) => [name, round((sum - (started[name] ?? 0)) / seconds * 100, 2)]).filter(([, percent]) => percent > 0.02).sort((a, b) => b[1] - a[1]));
  await sleep(600); // the centre's note is at most half a second old
  const after = received(), elapsed = (last.at - from.at) / 1000, window = (after.at - before.at) / 1000;
  const cpu = last.cpu - from.cpu, perSecond = (after.values - before.values) / window;
  console.log(JSON.stringify({
    label, seconds: round(elapsed, 1), cpuPercent: round(cpu / elapsed * 100, 2), cpuWorstSecond: round(worst, 1),
    usPerValue: perSecond > 0 ? round(cpu / elapsed / perSecond * 1e6, 2) : null,
    rssStart: round(from.rss, 1), rssEnd: round(last.rss, 1), rssPeak: round(peak, 1), vmHwm: round(status(root, 'VmHWM'), 1), threads: last.threads,
    valuesPerSecond: round(perSecond, 1), expectedPerSecond: valuesPerSecond, messagesPerSecond: round((after.messages - before.messages) / window, 1),
    bytesPerSecond: Math.round((after.bytes - before.bytes) / window), lost: after.lost, again: after.again, silent: after.silent, points: after.points,
    machineBusyPercent: round((busy() - load) / elapsed * 100, 0), threadPercent, centre: after,
  }));
}

main().catch(error => { console.error(error.message); process.exit(1); });
