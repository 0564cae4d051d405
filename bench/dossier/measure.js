#!/usr/bin/env node
'use strict';
// node measure.js ADDRESS PASSWORD PID YEAR ROOMS: the dossier of a whole year, of one boiler room after another as a person opens it, and the months of the year.

const fs = require('fs');
const { Browser, signIn } = require('../town/browser');
const [address, password, pid, year, rooms] = process.argv.slice(2);
const peak = () => Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);

async function main() {
  const browser = new Browser(address);
  await signIn(browser, 'technicien', password);
  const timed = async path => {
    const from = performance.now(), page = await browser.get(path);
    if (page.status !== 200) { throw new Error(`${path}: ${page.status}`); }
    return [(performance.now() - from) / 1000, page.text];
  };
  const dossier = room => `/chaufferies/gw-${room}/chaufferie/dossier?an=${year}`;
  const cells = text => [...text.matchAll(/<tr><th scope="row">([^<]*)<\/th><td>([^<]*)<\/td>/g)].map(([, name, value]) => `${name}: ${value}`);
  const show = seconds => seconds.map(one => one.toFixed(2)).join(' ');
  const [, text] = await timed(dossier(1));
  if (process.env.FIGURES) { console.log(cells(text).join('\n')); }
  const first = [], again = [], months = [];
  for (let room = 2; room <= Number(rooms); room++) { first.push((await timed(dossier(room)))[0]); }
  for (let room = 1; room <= Number(rooms); room++) { again.push((await timed(dossier(room)))[0]); }
  for (let room = 1; room <= 2; room++) { months.push((await timed(dossier(room).replace('dossier?', 'dossier/mois?')))[0]); }
  console.log(`dossier of a year, first time: ${show(first)} s`);
  console.log(`again: ${show(again)} s`);
  console.log(`months of the year, first time: ${show(months)} s`);
  console.log(`dashboard's peak: ${peak()} MiB`);
}

main().catch(wrong => { console.error(wrong); process.exit(1); });
