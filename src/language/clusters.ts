/**
 * Groups of words that are used alike (`data/language/word-clusters.tsv`), packed for the analyser: features of a group carry over
 * to words that training never showed (Koo, Carreras and Collins 2008, "Simple semi-supervised dependency parsing"). Words are
 * known by a 24-bit hash.
 */
import { DemarcheError } from '../model/errors.ts';
import { hashString, slotOf } from './hashing.ts';

/** The groups of a word, narrow to broad; -1 for a word in none. */
export interface Cluster {
  readonly fine: number;
  readonly middle: number;
  readonly coarse: number;
}

export const NO_CLUSTER: Cluster = { fine: -1, middle: -1, coarse: -1 };

/**
 * The section as stored: uint16 number of narrow groups; for each two uint16 with the groups above it; then by rising slot the
 * difference to the slot before as a varint, and the narrow group as uint16.
 */
export class ClusterTable {
  readonly #groups: Cluster[] = [];
  readonly #slots: Int32Array;
  readonly #fine: Uint16Array;

  constructor(section: Uint8Array) {
    const view = new DataView(section.buffer, section.byteOffset, section.byteLength);
    const groups = section.length < 2 ? 0 : view.getUint16(0, true);
    let at = 2 + groups * 4;
    if (groups === 0 || at > section.length) throw new DemarcheError('model', 'model has no clusters', { hint: 'reinstall it' });
    for (let fine = 0; fine < groups; fine++) {
      this.#groups.push({ fine, middle: view.getUint16(2 + fine * 4, true), coarse: view.getUint16(4 + fine * 4, true) });
    }
    const slots: number[] = [];
    const members: number[] = [];
    for (let slot = 0; at < section.length; at += 2) {
      let delta = 0;
      for (let shift = 0, byte = 128; byte & 128; shift += 7) {
        byte = section[at++]!;
        delta |= (byte & 127) << shift;
      }
      slot += delta;
      slots.push(slot);
      members.push(section[at]! | (section[at + 1]! << 8));
    }
    this.#slots = Int32Array.from(slots);
    this.#fine = Uint16Array.from(members);
  }

  /** The groups of a lower-cased word. */
  lookup(lower: string): Cluster {
    const slot = slotOf(hashString(lower));
    let low = 0;
    let high = this.#slots.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.#slots[middle]!;
      if (at === slot) return this.#groups[this.#fine[middle]!] ?? NO_CLUSTER;
      if (at < slot) low = middle + 1;
      else high = middle - 1;
    }
    return NO_CLUSTER;
  }
}

/** Writes the section that `ClusterTable` reads; of two words in one slot the first stays. */
export const encodeClusters = (entries: Iterable<readonly [string, Cluster]>): Uint8Array => {
  const bySlot = new Map<number, number>();
  const groups: Cluster[] = [];
  for (const [word, cluster] of entries) {
    const slot = slotOf(hashString(word));
    groups[cluster.fine] = cluster;
    if (!bySlot.has(slot)) bySlot.set(slot, cluster.fine);
  }
  const bytes: number[] = [groups.length & 255, groups.length >> 8];
  for (const { middle, coarse } of Array.from(groups, (group) => group ?? { middle: 0, coarse: 0 }))
    bytes.push(middle & 255, middle >> 8, coarse & 255, coarse >> 8);
  let previous = 0;
  for (const [slot, fine] of [...bySlot].sort((a, b) => a[0] - b[0])) {
    let delta = slot - previous;
    previous = slot;
    for (; delta > 127; delta >>>= 7) bytes.push((delta & 127) | 128);
    bytes.push(delta, fine & 255, fine >> 8);
  }
  return Uint8Array.from(bytes);
};
