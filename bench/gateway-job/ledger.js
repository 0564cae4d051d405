'use strict';
// What arrived: one row a point, one mark a sequence number.

const { sequences } = require('./job');

class Row {
  constructor(modulo) { this.modulo = modulo; this.marks = new Uint8Array(1024); this.first = -1; this.last = -1; this.distinct = 0; this.at = 0; }

  /** Notes number n (modulo the row's); false when it was there already. */
  note(n) {
    this.at = performance.now();
    if (this.first < 0) { this.first = n; this.last = n; }
    const turn = this.modulo / 2;
    let index = this.last + ((((n - this.last) % this.modulo) + this.modulo + turn) % this.modulo) - turn - this.first;
    if (index < 0) { return true; } // older than the first we saw: before our time, not ours to judge
    if (index >= this.marks.length) { const more = new Uint8Array(Math.max(index + 1, this.marks.length * 2)); more.set(this.marks); this.marks = more; }
    if (this.marks[index]) { return false; }
    this.marks[index] = 1;
    this.distinct++;
    if (index + this.first > this.last) { this.last = index + this.first; }
    return true;
  }

  get lost() { return this.first < 0 ? 0 : this.last - this.first + 1 - this.distinct; }
}

class Ledger {
  constructor() { this.rows = new Map(); this.values = 0; this.again = 0; this.strange = 0; }

  /** Notes a value of a point; the kind says how its sequence number is written. */
  note(point, kind, value) {
    const sequence = sequences[kind];
    if (!sequence || !Number.isFinite(value)) { this.strange++; return; }
    let row = this.rows.get(point);
    if (!row) { this.rows.set(point, row = new Row(sequence.modulo)); }
    if (row.note(sequence.of(value))) { this.values++; } else { this.again++; }
  }

  get lost() { let sum = 0; for (const row of this.rows.values()) { sum += row.lost; } return sum; }

  /** Points that said nothing for five seconds: a hole without an end. */
  get silent() { let sum = 0; const limit = performance.now() - 5000; for (const row of this.rows.values()) { sum += row.at < limit ? 1 : 0; } return sum; }
}

module.exports = { Ledger };
