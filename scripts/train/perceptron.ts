/**
 * Averaged perceptron over hashed features (Collins 2002; averaging by running totals, Daumé 2006, figure 2.3). A slot's
 * row of (class, weight) comes into being at the first update, so that only useful features take memory.
 */
import { SLOT_BITS, slotOf } from '../../src/language/hashing.ts';
import { MAX_WEIGHT, type Row, type Scorer } from '../../src/language/table.ts';

/** How much of a trained table to keep. */
export interface Pruning {
  /** Rows to keep, those with the largest weights first. */
  readonly maxRows: number;
  /** Weights below this share of the largest are dropped. */
  readonly minShare: number;
}

const CLASS_BITS = 7;
const CLASS_MASK = (1 << CLASS_BITS) - 1;

export class Perceptron implements Scorer {
  /** Start of the row of a slot in `#cells`, 0 for none. */
  readonly #start = new Int32Array(1 << SLOT_BITS);
  /** Rows: a cell with length and capacity (length << 8 | capacity), then cells weight << 7 | class. */
  #cells: Int32Array;
  /** Running total and time of the last change of each cell. */
  #total: Float64Array;
  #stamp: Int32Array;
  #used = 1;
  /** Examples seen, for averaging. */
  #clock = 1;

  constructor(capacity = 1 << 22) {
    this.#cells = new Int32Array(capacity);
    this.#total = new Float64Array(capacity);
    this.#stamp = new Int32Array(capacity);
  }

  score(hashes: Int32Array, from: number, to: number, scores: Int32Array): void {
    const start = this.#start;
    const cells = this.#cells;
    for (let i = from; i < to; i++) {
      const at = start[slotOf(hashes[i]!)]!;
      if (at === 0) continue;
      const end = at + (cells[at]! >> 8);
      for (let k = at + 1; k <= end; k++) {
        const cell = cells[k]!;
        scores[cell & CLASS_MASK]! += cell >> CLASS_BITS;
      }
    }
  }

  /** One more example has been seen. */
  tick(): void {
    this.#clock++;
  }

  /** Raises the weights of `gold` and lowers those of `predicted`. */
  update(hashes: Int32Array, count: number, gold: number, predicted: number): void {
    for (let i = 0; i < count; i++) {
      const slot = slotOf(hashes[i]!);
      this.#add(slot, gold, 1);
      this.#add(slot, predicted, -1);
    }
  }

  /** Changes the weights of one class, for ranking: 1 for the right candidate, -1 for the wrong one. */
  adjust(hashes: Int32Array, count: number, label: number, delta: number): void {
    for (let i = 0; i < count; i++) this.#add(slotOf(hashes[i]!), label, delta);
  }

  #add(slot: number, label: number, delta: number): void {
    const at = this.#start[slot]!;
    const length = at === 0 ? 0 : this.#cells[at]! >> 8;
    let k = at + 1;
    while (k <= at + length && (this.#cells[k]! & CLASS_MASK) !== label) k++;
    if (at === 0 || k > at + length) k = this.#append(slot, label);
    this.#total[k]! += (this.#cells[k]! >> CLASS_BITS) * (this.#clock - this.#stamp[k]!);
    this.#stamp[k] = this.#clock;
    this.#cells[k]! += delta << CLASS_BITS;
  }

  /** Adds a cell of weight 0 for a class and returns its place; a full row moves to twice the room. */
  #append(slot: number, label: number): number {
    let at = this.#start[slot]!;
    const length = at === 0 ? 0 : this.#cells[at]! >> 8;
    const capacity = at === 0 ? 0 : this.#cells[at]! & 255;
    if (length === capacity) {
      const room = Math.min(128, Math.max(2, capacity * 2));
      while (this.#used + room + 1 > this.#cells.length) this.#grow();
      const to = this.#used;
      this.#used += room + 1;
      for (const column of [this.#cells, this.#total, this.#stamp]) column.copyWithin(to, at, at + length + 1);
      this.#cells[to] = (length << 8) | room;
      this.#start[slot] = to;
      at = to;
    }
    this.#cells[at]! += 1 << 8;
    const k = at + length + 1;
    this.#cells[k] = label;
    this.#total[k] = 0;
    this.#stamp[k] = this.#clock;
    return k;
  }

  #grow(): void {
    const capacity = this.#cells.length * 2;
    const copy = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#cells = copy(this.#cells, new Int32Array(capacity));
    this.#total = copy(this.#total, new Float64Array(capacity));
    this.#stamp = copy(this.#stamp, new Int32Array(capacity));
  }

  /** Starts afresh, but keeps what was learnt so far for the average: `rows` then averages over all runs. */
  restart(): void {
    this.#each((_, k) => {
      this.#total[k]! += (this.#cells[k]! >> CLASS_BITS) * (this.#clock - this.#stamp[k]!);
      this.#stamp[k] = this.#clock;
      this.#cells[k]! &= CLASS_MASK;
    });
  }

  #average(k: number): number {
    return (this.#total[k]! + (this.#cells[k]! >> CLASS_BITS) * (this.#clock - this.#stamp[k]!)) / this.#clock;
  }

  /** The averaged weights, pruned and quantised to integers whose largest common values fit a table entry. */
  rows(pruning: Pruning): Row[] {
    const sizes: number[] = [];
    this.#each((_, k) => sizes.push(Math.abs(this.#average(k))));
    const top = Float64Array.from(sizes).sort()[Math.floor(sizes.length * 0.9999)] ?? 1;
    const scale = MAX_WEIGHT / top;
    const floor = pruning.minShare * top;
    const rows = new Map<number, { slot: number; classes: number[]; weights: number[]; mass: number }>();
    this.#each((slot, k) => {
      const average = this.#average(k);
      const quantised = Math.max(-MAX_WEIGHT, Math.min(MAX_WEIGHT, Math.round(average * scale)));
      if (quantised === 0 || Math.abs(average) < floor) return;
      const row = rows.get(slot) ?? { slot, classes: [], weights: [], mass: 0 };
      rows.set(slot, row);
      row.classes.push(this.#cells[k]! & CLASS_MASK);
      row.weights.push(quantised);
      row.mass = Math.max(row.mass, Math.abs(quantised));
    });
    return [...rows.values()].sort((a, b) => b.mass - a.mass || a.slot - b.slot).slice(0, pruning.maxRows);
  }

  /** Calls back for every cell, by slot. */
  #each(visit: (slot: number, cell: number) => void): void {
    for (let slot = 0; slot < this.#start.length; slot++) {
      const at = this.#start[slot]!;
      if (at === 0) continue;
      const end = at + (this.#cells[at]! >> 8);
      for (let k = at + 1; k <= end; k++) visit(slot, k);
    }
  }
}
