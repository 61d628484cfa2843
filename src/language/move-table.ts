/**
 * Weights of the three moves of the parser, one 32-bit integer per feature, so that the table stays small and a look-up
 * touches one cache line. SHIFT has weight 0; LEFT and RIGHT are relative to it.
 *
 * At run time a place of the hash table holds ten bits that, with the place itself, give back the whole 24-bit slot
 * (quotienting: Knuth, The Art of Computer Programming 3, 6.4, exercise 13), and two weights of 11 bits.
 */
import { DemarcheError } from '../model/errors.ts';
import { SLOT_BITS } from './hashing.ts';
import type { Scorer } from './table.ts';

export const MOVE_WEIGHT_LIMIT = 1023;
/** Most rows a table may have. */
const MAX_ROWS = 1_000_000;

const PLACE_BITS = 21;
const KEY_BITS = 10;
const KEY_MASK = (1 << KEY_BITS) - 1;
const REST_BITS = SLOT_BITS - PLACE_BITS;
const REST_MASK = (1 << REST_BITS) - 1;
const PLACE_MASK = (1 << PLACE_BITS) - 1;
/** A row further from its home than the key has room for is left out; this is all but impossible below the row limit. */
const MAX_DISTANCE = 1 << (KEY_BITS - REST_BITS);

/** A feature slot and its weights for LEFT and RIGHT. */
export interface MoveRow {
  readonly slot: number;
  readonly left: number;
  readonly right: number;
}

/** Writes rows (in any order) as a table section. */
export const encodeMoves = (rows: readonly MoveRow[]): Uint8Array => {
  if (rows.length > MAX_ROWS) throw new RangeError(`a table of moves holds ${MAX_ROWS} rows, not ${rows.length}`);
  const sorted = [...rows].sort((a, b) => a.slot - b.slot);
  const bytes = new Uint8Array(4 + sorted.length * 7);
  new DataView(bytes.buffer).setUint32(0, sorted.length, true);
  let at = 4;
  for (const { left, right } of sorted) {
    const packed = (left & 2047) | ((right & 2047) << 11);
    bytes[at++] = packed & 255;
    bytes[at++] = (packed >> 8) & 255;
    bytes[at++] = packed >> 16;
  }
  let previous = 0;
  for (const { slot } of sorted) {
    let delta = slot - previous;
    previous = slot;
    for (; delta > 127; delta >>>= 7) bytes[at++] = (delta & 127) | 128;
    bytes[at++] = delta;
  }
  return bytes.slice(0, at);
};

export class MoveTable implements Scorer {
  readonly #places = new Int32Array(1 << PLACE_BITS);

  constructor(section: Uint8Array) {
    const view = new DataView(section.buffer, section.byteOffset, section.byteLength);
    const count = section.length < 4 ? 0 : view.getUint32(0, true);
    if (4 + count * 4 > section.length) throw new DemarcheError('model', 'model table is cut short', { hint: 'reinstall it' });
    let at = 4 + count * 3;
    let slot = 0;
    for (let i = 0, from = 4; i < count; i++, from += 3) {
      let byte = section[at++]!;
      let delta = byte & 127;
      for (let s = 7; byte & 128; s += 7) {
        byte = section[at++]!;
        delta |= (byte & 127) << s;
      }
      slot += delta;
      const weights = section[from]! | (section[from + 1]! << 8) | (section[from + 2]! << 16);
      if (weights !== 0) this.#insert(slot, weights);
    }
  }

  #insert(slot: number, weights: number): void {
    const home = slot >>> REST_BITS;
    for (let distance = 0; distance < MAX_DISTANCE; distance++) {
      const place = (home + distance) & PLACE_MASK;
      if (this.#places[place] !== 0) continue;
      this.#places[place] = (distance << REST_BITS) | (slot & REST_MASK) | (weights << KEY_BITS);
      return;
    }
  }

  score(hashes: Int32Array, from: number, to: number, scores: Int32Array): void {
    const places = this.#places;
    let left = 0;
    let right = 0;
    for (let i = from; i < to; i++) {
      const slot = hashes[i]! >>> (32 - SLOT_BITS);
      let place = slot >>> REST_BITS;
      let key = slot & REST_MASK;
      let packed = places[place]!;
      while (packed !== 0 && (packed & KEY_MASK) !== key) {
        key += REST_MASK + 1;
        place = (place + 1) & PLACE_MASK;
        packed = places[place]!;
        if (key > KEY_MASK) packed = 0;
      }
      left += (packed << 11) >> 21;
      right += packed >> 21;
    }
    scores[1]! += left;
    scores[2]! += right;
  }
}
