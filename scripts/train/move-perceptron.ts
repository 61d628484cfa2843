/** Averaged perceptron for the three moves: as `Perceptron`, but with a dense row per slot, which trains much faster. */
import { SLOT_BITS, slotOf } from '../../src/language/hashing.ts';
import { MOVE_WEIGHT_LIMIT, type MoveRow } from '../../src/language/move-table.ts';
import type { Scorer } from '../../src/language/table.ts';

const CLASSES = 3;
/** A feature counts only from this many updates on (Goldberg and Elhadad 2011, "Learning sparser perceptron models"). */
const MIN_UPDATES = 3;
/** Weights are rounded to so many steps on either side of 0; differences of two still fit the table. */
const QUANTUM_LIMIT = (MOVE_WEIGHT_LIMIT - 1) / 2;
/** Row of a slot: the weights, then the number of updates. */
const STRIDE = 4;

export class MovePerceptron implements Scorer {
  readonly #weight = new Int32Array(STRIDE << SLOT_BITS);
  readonly #total = new Float64Array(CLASSES << SLOT_BITS);
  readonly #stamp = new Int32Array(1 << SLOT_BITS);
  #clock = 1;

  score(hashes: Int32Array, from: number, to: number, scores: Int32Array): void {
    const weight = this.#weight;
    let a = 0;
    let b = 0;
    let c = 0;
    for (let i = from; i < to; i++) {
      const at = slotOf(hashes[i]!) * STRIDE;
      if (weight[at + CLASSES]! < MIN_UPDATES) continue;
      a += weight[at]!;
      b += weight[at + 1]!;
      c += weight[at + 2]!;
    }
    scores[0]! += a;
    scores[1]! += b;
    scores[2]! += c;
  }

  tick(): void {
    this.#clock++;
  }

  /** Raises the weights of `gold` and lowers those of `predicted`. */
  update(hashes: Int32Array, count: number, gold: number, predicted: number): void {
    for (let i = 0; i < count; i++) {
      const slot = slotOf(hashes[i]!);
      this.#settle(slot);
      this.#weight[slot * STRIDE + gold]!++;
      this.#weight[slot * STRIDE + predicted]!--;
      this.#weight[slot * STRIDE + CLASSES]!++;
    }
  }

  /** Brings the running totals of a slot up to date. */
  #settle(slot: number): void {
    const age = this.#clock - this.#stamp[slot]!;
    this.#stamp[slot] = this.#clock;
    for (let c = 0; c < CLASSES; c++) this.#total[slot * CLASSES + c]! += this.#weight[slot * STRIDE + c]! * age;
  }

  /** The averaged weights of the `maxRows` slots that matter most, as integers relative to SHIFT. */
  rows(maxRows: number): MoveRow[] {
    const mass = new Float64Array(1 << SLOT_BITS);
    let kept = 0;
    for (let slot = 0; slot < mass.length; slot++) {
      if (this.#weight[slot * STRIDE + CLASSES]! < MIN_UPDATES) continue;
      this.#settle(slot);
      const [a, b, c] = this.#averages(slot);
      mass[slot] = Math.max(a, b, c) - Math.min(a, b, c);
      if (mass[slot]! > 0) kept++;
    }
    const sorted = Float64Array.from(mass.filter((m) => m > 0)).sort();
    const floor = sorted[Math.max(0, kept - maxRows)] ?? 0;
    const top = sorted[Math.floor(kept * 0.9999)] ?? 1;
    const scale = QUANTUM_LIMIT / top;
    const quantise = (w: number) => Math.max(-QUANTUM_LIMIT, Math.min(QUANTUM_LIMIT, Math.round(w * scale)));
    const rows: MoveRow[] = [];
    for (let slot = 0; slot < mass.length; slot++) {
      if (mass[slot] === 0 || mass[slot]! < floor) continue;
      const [shift, left, right] = this.#averages(slot).map(quantise) as [number, number, number];
      rows.push({ slot, left: left - shift, right: right - shift });
    }
    return rows;
  }

  #averages(slot: number): [number, number, number] {
    const at = slot * CLASSES;
    return [this.#total[at]! / this.#clock, this.#total[at + 1]! / this.#clock, this.#total[at + 2]! / this.#clock];
  }
}
