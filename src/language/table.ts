/**
 * Look-up of linear-model weights by hashed feature. A table is stored as sorted 24-bit slots (as varint deltas), a row
 * length per slot and rows of (class, weight); at load it becomes an open-addressing hash table over typed arrays.
 */
import { DemarcheError } from '../model/errors.ts';
import { SLOT_BITS } from './hashing.ts';

/** Adds the weights of hashed features to the scores of their classes. */
export interface Scorer {
  /** `scores[c] += weight(hashes[i], c)` for the hashes from index `from` (inclusive) to `to` (exclusive). */
  score(hashes: Int32Array, from: number, to: number, scores: Int32Array): void;
}

/** Bits for a weight within a packed row entry; the class takes the other seven. */
export const WEIGHT_BITS = 9;
export const MAX_WEIGHT = (1 << (WEIGHT_BITS - 1)) - 1;
export const MAX_CLASSES = 1 << (16 - WEIGHT_BITS);
const MAX_ROW = 127;

/** One row: a feature slot with its classes and integer weights. */
export interface Row {
  readonly slot: number;
  readonly classes: readonly number[];
  readonly weights: readonly number[];
}

/** Writes rows (in any order) as a table section. */
export const encodeTable = (rows: readonly Row[]): Uint8Array => {
  const sorted = [...rows].sort((a, b) => a.slot - b.slot);
  const entries = sorted.reduce((sum, row) => sum + row.classes.length, 0);
  const bytes = new Uint8Array(8 + sorted.length * 5 + entries * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sorted.length, true);
  view.setUint32(4, entries, true);
  let at = 8;
  for (let i = 0; i < entries; i++, at += 2) view.setInt16(at, 0, true);
  at = 8;
  for (const { classes, weights } of sorted) {
    for (let k = 0; k < classes.length; k++, at += 2) view.setInt16(at, (weights[k]! << 7) | classes[k]!, true);
  }
  let previous = 0;
  for (const { slot, classes } of sorted) {
    if (classes.length > MAX_ROW) throw new Error(`row of ${classes.length} classes`);
    let delta = slot - previous;
    previous = slot;
    for (; delta > 127; delta >>>= 7) bytes[at++] = (delta & 127) | 128;
    bytes[at++] = delta;
    bytes[at++] = classes.length;
  }
  return bytes.slice(0, at);
};

/** A table ready for look-up. */
export class HashedTable implements Scorer {
  /** Pairs (slot + 1, row start << 7 | row length); a zero key marks an empty place. */
  readonly #places: Int32Array;
  readonly #shift: number;
  readonly #mask: number;
  readonly #entries: Int16Array;

  constructor(section: Uint8Array) {
    const view = new DataView(section.buffer, section.byteOffset, section.byteLength);
    const count = view.getUint32(0, true);
    const entryCount = view.getUint32(4, true);
    if (8 + entryCount * 2 > section.length) throw new DemarcheError('model', 'model table is cut short');
    this.#entries = readInt16(section, 8, entryCount);
    const bits = Math.min(SLOT_BITS, Math.max(4, 33 - Math.clz32(Math.max(1, Math.ceil(count * 0.75)))));
    this.#shift = SLOT_BITS - bits;
    this.#mask = (1 << bits) - 1;
    this.#places = new Int32Array(2 << bits);
    let at = 8 + entryCount * 2;
    let slot = 0;
    let start = 0;
    for (let i = 0; i < count; i++) {
      let delta = 0;
      let byte = 128;
      for (let s = 0; byte & 128; s += 7) {
        byte = section[at++]!;
        delta |= (byte & 127) << s;
      }
      slot += delta;
      const length = section[at++]!;
      this.#insert(slot, (start << 7) | length);
      start += length;
    }
  }

  #insert(slot: number, value: number): void {
    let place = slot >>> this.#shift;
    while (this.#places[place << 1] !== 0) place = (place + 1) & this.#mask;
    this.#places[place << 1] = slot + 1;
    this.#places[(place << 1) + 1] = value;
  }

  score(hashes: Int32Array, from: number, to: number, scores: Int32Array): void {
    const places = this.#places;
    const entries = this.#entries;
    const mask = this.#mask;
    const shift = this.#shift;
    for (let i = from; i < to; i++) {
      const slot = hashes[i]! >>> (32 - SLOT_BITS);
      let place = slot >>> shift;
      let key = places[place << 1]!;
      while (key !== 0 && key !== slot + 1) {
        place = (place + 1) & mask;
        key = places[place << 1]!;
      }
      if (key === 0) continue;
      const value = places[(place << 1) + 1]!;
      const end = (value >>> 7) + (value & 127);
      for (let e = value >>> 7; e < end; e++) {
        const entry = entries[e]!;
        scores[entry & 127]! += entry >> 7;
      }
    }
  }
}

const readInt16 = (bytes: Uint8Array, offset: number, length: number): Int16Array => {
  const out = new Int16Array(length);
  for (let i = 0, at = offset; i < length; i++, at += 2) out[i] = bytes[at]! | (bytes[at + 1]! << 8);
  return out;
};

/** The two best of the first `count` scores: the class of the best and how far it is ahead. */
export interface Decision {
  best: number;
  margin: number;
}

/** Writes the decision that scores amount to. */
export const decide = (scores: Int32Array, count: number, into: Decision): void => {
  let best = scores[0]! >= scores[1]! ? 0 : 1;
  let second = 1 - best;
  for (let c = 2; c < count; c++) {
    const score = scores[c]!;
    if (score > scores[best]!) {
      second = best;
      best = c;
    } else if (score > scores[second]!) second = c;
  }
  into.best = best;
  into.margin = scores[best]! - scores[second]!;
};
