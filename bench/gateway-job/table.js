'use strict';
// The results as a Markdown table, then as JSON, one line a form.

const fs = require('fs');
const { valuesPerSecond: expectedPoints } = require('./job'); // each point speaks once a second

const text = fs.readFileSync(process.argv[2], 'utf8').trim(), rows = text.split('\n').map(line => JSON.parse(line));
const ours = rows.find(row => row.label.startsWith('Telemetry'));
const times = row => ours && row !== ours && ours.cpuPercent > 0 ? (row.cpuPercent / ours.cpuPercent).toFixed(1) : '';
console.log('| | CPU, % of a core | worst second | µs a value | RSS start → end (peak), MiB | values/s delivered (of) | messages/s out | lost | twice | points silent or missing | machine busy % of a core | CPU against ours |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
for (const row of rows) {
  console.log(`| ${row.label} | ${row.cpuPercent} | ${row.cpuWorstSecond} | ${row.usPerValue} | ${row.rssStart} → ${row.rssEnd} (${row.rssPeak}) | ${row.valuesPerSecond} (${row.expectedPerSecond}) | ${row.messagesPerSecond} | ${row.lost} | ${row.again} | ${row.silent + expectedPoints - row.points} | ${row.machineBusyPercent} | ${times(row)} |`);
}
console.log(`\n${text}`);
