/**
 * What a general dictionary says of a word: the parts of speech it can have, as base form or inflected, and the broad
 * semantic class of its first noun and verb sense (WordNet lexicographer files; Ciaramita and Johnson 2003, "Supersense
 * tagging of unknown nouns in WordNet"). Words are known by a 24-bit hash.
 */
import { hashString, slotOf } from './hashing.ts';

/** Bits of `Sense.signature`. */
const BASE_NOUN = 1;
const BASE_VERB = 2;
const BASE_ADJ = 4;
const BASE_ADV = 8;
const PLURAL = 16;
const VERB_S = 32;
const VERB_ED = 64;
const VERB_ING = 128;
const COMPARED = 256;

export interface Sense {
  /** Which readings are possible, as a bit set; 0 for a word the dictionary does not have. */
  readonly signature: number;
  /** Broad class of the first noun sense (1 … 26) and verb sense (1 … 15); 0 where there is none. */
  readonly noun: number;
  readonly verb: number;
}

/** Parts of speech of the dictionary that inflect. */
export type DictionaryPart = 'noun' | 'verb' | 'adj';

const NONE: Sense = { signature: 0, noun: 0, verb: 0 };
const NOUN_MASK = 31;
const VERB_SHIFT = 5;
const ADJ_BIT = 1 << 9;
const ADV_BIT = 1 << 10;
const PROPER_BIT = 1 << 11;

/** Packs a dictionary row into 12 bits. Lexicographer files 3 … 28 are nouns, 29 … 43 verbs. */
export const packSense = (noun: number, verb: number, adjective: boolean, adverb: boolean, proper = false): number =>
  (noun > 0 ? noun - 2 : 0) |
  ((verb > 0 ? verb - 28 : 0) << VERB_SHIFT) |
  (adjective ? ADJ_BIT : 0) |
  (adverb ? ADV_BIT : 0) |
  (proper ? PROPER_BIT : 0);

/** The section as stored: triples of bytes with the sorted slots, then pairs with the packed rows. */
export class SenseTable {
  readonly #slots: Int32Array;
  readonly #packed: Uint16Array;

  constructor(section: Uint8Array) {
    const count = section.length / 5;
    this.#slots = new Int32Array(count);
    this.#packed = new Uint16Array(count);
    for (let i = 0, at = 0; i < count; i++, at += 3) {
      this.#slots[i] = section[at]! | (section[at + 1]! << 8) | (section[at + 2]! << 16);
    }
    for (let i = 0, at = count * 3; i < count; i++, at += 2) this.#packed[i] = section[at]! | (section[at + 1]! << 8);
  }

  /** The reading of a lower-cased word, looked up as it is and without inflection. */
  lookup(lower: string): Sense {
    if (!/^[a-z]/.test(lower)) return NONE;
    const base = this.#find(lower);
    let signature =
      (base & NOUN_MASK ? BASE_NOUN : 0) |
      ((base >> VERB_SHIFT) & 15 ? BASE_VERB : 0) |
      (base & ADJ_BIT ? BASE_ADJ : 0) |
      (base & ADV_BIT ? BASE_ADV : 0);
    let noun = base & NOUN_MASK;
    let verb = (base >> VERB_SHIFT) & 15;
    for (const stem of stemsOf(lower, 'verb')) {
      const found = (this.#find(stem) >> VERB_SHIFT) & 15;
      if (!found) continue;
      signature |= lower.endsWith('s') ? VERB_S : lower.endsWith('g') ? VERB_ING : VERB_ED;
      verb ||= found;
    }
    for (const stem of stemsOf(lower, 'noun')) {
      const found = this.#find(stem) & NOUN_MASK;
      if (!found) continue;
      signature |= PLURAL;
      noun ||= found;
    }
    if (stemsOf(lower, 'adj').some((stem) => this.#find(stem) & ADJ_BIT)) signature |= COMPARED;
    return signature === 0 ? NONE : { signature, noun, verb };
  }

  /** True for a word that the dictionary has, as it is or inflected, and not as a name. */
  isCommon(lower: string): boolean {
    const { signature } = this.lookup(lower);
    const isName = (this.#find(lower) & PROPER_BIT) !== 0;
    return (signature & (isName ? BASE_VERB | BASE_ADV | VERB_S | VERB_ED | VERB_ING : -1)) !== 0;
  }

  /** True when the dictionary has a base form in a part of speech. */
  has(lemma: string, part: DictionaryPart): boolean {
    const packed = this.#find(lemma);
    if (part === 'noun') return (packed & NOUN_MASK) !== 0;
    return part === 'verb' ? ((packed >> VERB_SHIFT) & 15) !== 0 : (packed & ADJ_BIT) !== 0;
  }

  #find(lemma: string): number {
    const slot = slotOf(hashString(lemma));
    let low = 0;
    let high = this.#slots.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.#slots[middle]!;
      if (at === slot) return this.#packed[middle]!;
      if (at < slot) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
}

const undouble = (stem: string): string => (/([bdfgklmnprtvz])\1$/.test(stem) ? stem.slice(0, -1) : stem);

/** Possible base forms of a regularly inflected word, likeliest first: -s of nouns, -s -ed -ing of verbs, -er -est. */
export const stemsOf = (lower: string, part: DictionaryPart): string[] => {
  const cut = (n: number) => lower.slice(0, -n);
  if (part !== 'adj' && lower.endsWith('s') && !lower.endsWith('ss')) {
    const stems = [cut(1)];
    if (lower.endsWith('es')) stems.push(cut(2));
    if (lower.endsWith('ies')) stems.push(`${cut(3)}y`);
    if (part === 'noun' && lower.endsWith('ves')) stems.push(`${cut(3)}f`, `${cut(3)}fe`);
    return stems;
  }
  if (part === 'verb' && lower.endsWith('ed')) {
    const stems = [cut(1), cut(2), undouble(cut(2))];
    return lower.endsWith('ied') ? [`${cut(3)}y`, ...stems] : stems;
  }
  if (part === 'verb' && lower.endsWith('ing')) return [`${cut(3)}e`, cut(3), undouble(cut(3))];
  if (part === 'adj' && /(?:er|est)$/.test(lower)) {
    const n = lower.endsWith('er') ? 2 : 3;
    return cut(n).endsWith('i') ? [`${cut(n + 1)}y`] : [cut(n - 1), cut(n), undouble(cut(n))];
  }
  return [];
};

/** Writes the section that `SenseTable` reads; of two lemmas in one slot the first stays. */
export const encodeSenses = (rows: readonly (readonly [string, number])[]): Uint8Array => {
  const bySlot = new Map<number, number>();
  for (const [lemma, packed] of rows) {
    const slot = slotOf(hashString(lemma));
    if (!bySlot.has(slot)) bySlot.set(slot, packed);
  }
  const slots = [...bySlot.keys()].sort((a, b) => a - b);
  const bytes = new Uint8Array(slots.length * 5);
  slots.forEach((slot, i) => {
    bytes.set([slot & 255, (slot >> 8) & 255, slot >> 16], i * 3);
    const packed = bySlot.get(slot)!;
    bytes.set([packed & 255, packed >> 8], slots.length * 3 + i * 2);
  });
  return bytes;
};
