/**
 * Weights of a model with three classes, packed into one 32-bit integer per feature so that a look-up touches one cache
 * line. Stored like `HashedTable`: sorted slots as varint deltas, here with 3 x 10 bits of weights each.
 */
import { DemarcheError } from '../model/errors.ts';
import { SLOT_BITS } from './hashing.ts';
import type { Scorer } from './table.ts';

export const MOVE_WEIGHT_LIMIT = 511;

/** A feature slot and its three weights. */
export interface MoveRow {
  readonly slot: number;
  readonly weights: readonly [number, number, number];
}

/** Writes rows (in any order) as a table section. */
export const encodeMoves = (rows: readonly MoveRow[]): Uint8Array => {
  const sorted = [...rows].sort((a, b) => a.slot - b.slot);
  const bytes = new Uint8Array(4 + sorted.length * 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sorted.length, true);
  let at = 4;
  for (const { weights } of sorted) {
    view.setInt32(at, (weights[0] & 1023) | ((weights[1] & 1023) << 10) | ((weights[2] & 1023) << 20), true);
    at += 4;
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
  /** Pairs (slot + 1, packed weights); a zero key marks an empty place. */
  readonly #places: Int32Array;
  readonly #shift: number;

  constructor(section: Uint8Array) {
    const view = new DataView(section.buffer, section.byteOffset, section.byteLength);
    const count = section.length < 4 ? 0 : view.getUint32(0, true);
    if (4 + count * 5 > section.length) throw new DemarcheError('model', 'model table is cut short', { hint: 'reinstall it' });
    const bits = Math.min(SLOT_BITS, 33 - Math.clz32(Math.max(8, count)));
    this.#shift = SLOT_BITS - bits;
    const places = new Int32Array(2 << bits);
    const mask = (1 << bits) - 1;
    let at = 4 + count * 4;
    let slot = 0;
    for (let i = 0; i < count; i++) {
      let byte = section[at++]!;
      let delta = byte & 127;
      for (let s = 7; byte & 128; s += 7) {
        byte = section[at++]!;
        delta |= (byte & 127) << s;
      }
      slot += delta;
      let place = slot >>> this.#shift;
      while (places[place << 1] !== 0) place = (place + 1) & mask;
      places[place << 1] = slot + 1;
      places[(place << 1) + 1] = view.getInt32(4 + i * 4, true);
    }
    this.#places = places;
  }

  score(hashes: Int32Array, count: number, scores: Int32Array): void {
    const places = this.#places;
    const shift = this.#shift;
    const mask = (places.length >> 1) - 1;
    let a = 0;
    let b = 0;
    let c = 0;
    for (let i = 0; i < count; i++) {
      const slot = hashes[i]! >>> (32 - SLOT_BITS);
      let place = slot >>> shift;
      let key = places[place << 1]!;
      while (key !== 0 && key !== slot + 1) {
        place = (place + 1) & mask;
        key = places[place << 1]!;
      }
      if (key === 0) continue;
      const packed = places[(place << 1) + 1]!;
      a += (packed << 22) >> 22;
      b += (packed << 12) >> 22;
      c += (packed << 2) >> 22;
    }
    scores[0]! += a;
    scores[1]! += b;
    scores[2]! += c;
  }
}
