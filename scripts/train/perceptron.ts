/**
 * Averaged perceptron over hashed features (Collins 2002; averaging by running totals, Daumé 2006, figure 2.3).
 * Rows are linked lists of (class, weight), created at the first update, so that only useful features take memory.
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

export class Perceptron implements Scorer {
  #first = new Int32Array(1 << SLOT_BITS);
  #size = 1;
  #classOf: Uint8Array;
  #weight: Int32Array;
  #total: Float64Array;
  #stamp: Int32Array;
  #next: Int32Array;
  /** Examples seen, for averaging. */
  #clock = 1;

  constructor(capacity = 1 << 20) {
    this.#classOf = new Uint8Array(capacity);
    this.#weight = new Int32Array(capacity);
    this.#total = new Float64Array(capacity);
    this.#stamp = new Int32Array(capacity);
    this.#next = new Int32Array(capacity);
  }

  score(hashes: Int32Array, count: number, scores: Int32Array): void {
    for (let i = 0; i < count; i++) {
      for (let e = this.#first[slotOf(hashes[i]!)]!; e !== 0; e = this.#next[e]!) {
        scores[this.#classOf[e]!]! += this.#weight[e]!;
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

  #add(slot: number, label: number, delta: number): void {
    let e = this.#first[slot]!;
    while (e !== 0 && this.#classOf[e] !== label) e = this.#next[e]!;
    if (e === 0) {
      if (this.#size === this.#classOf.length) this.#grow();
      e = this.#size++;
      this.#classOf[e] = label;
      this.#next[e] = this.#first[slot]!;
      this.#stamp[e] = this.#clock;
      this.#first[slot] = e;
    }
    this.#total[e]! += this.#weight[e]! * (this.#clock - this.#stamp[e]!);
    this.#stamp[e] = this.#clock;
    this.#weight[e]! += delta;
  }

  #grow(): void {
    const capacity = this.#classOf.length * 2;
    const copy = <T extends Uint8Array | Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#classOf = copy(this.#classOf, new Uint8Array(capacity));
    this.#weight = copy(this.#weight, new Int32Array(capacity));
    this.#total = copy(this.#total, new Float64Array(capacity));
    this.#stamp = copy(this.#stamp, new Int32Array(capacity));
    this.#next = copy(this.#next, new Int32Array(capacity));
  }

  /** Number of weights that were ever touched. */
  get size(): number {
    return this.#size - 1;
  }

  #average(e: number): number {
    return (this.#total[e]! + this.#weight[e]! * (this.#clock - this.#stamp[e]!)) / this.#clock;
  }

  /** The averaged weights, pruned and quantised to integers whose largest common values fit a table entry. */
  rows(pruning: Pruning): Row[] {
    const averages = new Float64Array(this.#size);
    const sizes: number[] = [];
    for (let e = 1; e < this.#size; e++) {
      averages[e] = this.#average(e);
      if (averages[e] !== 0) sizes.push(Math.abs(averages[e]!));
    }
    sizes.sort((a, b) => a - b);
    const top = sizes[Math.floor(sizes.length * 0.9999)] ?? 1;
    const scale = MAX_WEIGHT / top;
    const floor = pruning.minShare * top;
    const rows: (Row & { mass: number })[] = [];
    for (let slot = 0; slot < this.#first.length; slot++) {
      const row = { slot, classes: [] as number[], weights: [] as number[], mass: 0 };
      for (let e = this.#first[slot]!; e !== 0; e = this.#next[e]!) {
        const quantised = Math.max(-MAX_WEIGHT, Math.min(MAX_WEIGHT, Math.round(averages[e]! * scale)));
        if (quantised === 0 || Math.abs(averages[e]!) < floor) continue;
        row.classes.push(this.#classOf[e]!);
        row.weights.push(quantised);
        row.mass = Math.max(row.mass, Math.abs(quantised));
      }
      if (row.classes.length > 0) rows.push(row);
    }
    rows.sort((a, b) => b.mass - a.mass || a.slot - b.slot);
    return rows.slice(0, pruning.maxRows);
  }
}
