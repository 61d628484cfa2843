/**
 * The atoms of the parser's features: attributes of the words at certain places of a state, distances, counts and label sets.
 */
import { mix } from './hashing.ts';
import { LABEL_PLACES, labelLayout, MOVE_PLACES, moveLayout } from './parser-features.ts';
import { LEFT, type ParserState } from './parser-state.ts';
import { ATTRIBUTES } from './templates.ts';
import type { Word } from './words.ts';

/** What the parser has to know about its tag and label inventories. */
export interface Inventory {
  /** Universal tag (as a number) of each tag class. */
  readonly universal: Int32Array;
  /** What a word of each tag class adds to the counts behind the `between` features (eight bits each: verbs,
   * punctuation, conjunctions), and whether it is nominal. */
  readonly kinds: Int32Array;
  /** 1 for the tag classes of punctuation. */
  readonly marks: Uint8Array;
  readonly labels: number;
  /** The labels of the root and of punctuation. */
  readonly rootLabel: number;
  readonly punctLabel: number;
}

/** Places of verbs and nominals in `Inventory.kinds`. */
export const VERBAL = 1;
export const NOMINAL = 1 << 24;

const PUNCTUATION = 1 << 8;

const NO_MARK = 5;
const ROOT_ATOM = 2;
const NONE_ATOM = 3;
/** Static attributes kept per word: word, tag, universal tag, class, suffix, punctuation before it. */
const STATIC = 6;

/** A sentence of which the punctuation is left out. */
export interface BareSentence {
  readonly words: readonly Word[];
  readonly tags: Int32Array;
  /** 1 for the words left out. */
  readonly loose: Uint8Array;
  /** Number of the others. */
  readonly count: number;
}

export class ParserAtoms {
  readonly moveAtoms = new Int32Array(moveLayout.size);
  readonly labelAtoms = new Int32Array(labelLayout.size);
  readonly #inventory: Inventory;
  readonly #places = new Int32Array(Math.max(MOVE_PLACES.length, LABEL_PLACES.length));
  #static = new Int32Array(0);
  /** Running counts of verbs, punctuation and conjunctions up to each word, without and with it, eight bits each. */
  #until = new Int32Array(0);
  #upTo = new Int32Array(0);

  constructor(inventory: Inventory) {
    this.#inventory = inventory;
  }

  /** Takes up a sentence. */
  begin({ words, tags, loose, count }: BareSentence): void {
    if (this.#until.length < count + 2) {
      this.#static = new Int32Array((count + 2) * 2 * STATIC);
      this.#until = new Int32Array((count + 2) * 2);
      this.#upTo = new Int32Array((count + 2) * 2);
    }
    const n = words.length;
    const column = this.#static;
    let sum = 0;
    for (let k = 0, i = 0; k <= count; k++, i++) {
      let mark = NO_MARK;
      for (; i < n && loose[i] === 1; i++) {
        mark = mix(mark, words[i]!.form);
        sum += PUNCTUATION;
      }
      const at = k * STATIC;
      this.#until[k] = sum;
      if (k === count) column.fill(ROOT_ATOM, at, at + STATIC);
      else sum += this.#describe(at, words[i]!, tags[i]!);
      column[at + 5] = mark;
      this.#upTo[k] = sum;
    }
    column.fill(NONE_ATOM, (count + 1) * STATIC, (count + 2) * STATIC);
  }

  /** Writes the attributes of a word; returns what it adds to the counts. */
  #describe(at: number, word: Word, tag: number): number {
    const { universal, kinds } = this.#inventory;
    const column = this.#static;
    column[at] = word.lower;
    column[at + 1] = tag + 8;
    column[at + 2] = universal[tag]! + 8;
    column[at + 3] = meaningOf(kinds[tag]!, word);
    column[at + 4] = word.suffix3;
    return kinds[tag]!;
  }

  #copyPlaces({ label }: ParserState, count: number, atoms: Int32Array): void {
    const places = this.#places;
    const column = this.#static;
    for (let k = 0, at = 0; k < count; k++, at += ATTRIBUTES.length) {
      const word = places[k]!;
      const from = word * STATIC;
      atoms[at] = column[from]!;
      atoms[at + 1] = column[from + 1]!;
      atoms[at + 2] = column[from + 2]!;
      atoms[at + 3] = column[from + 3]!;
      atoms[at + 4] = column[from + 4]!;
      atoms[at + 5] = column[from + 5]!;
      atoms[at + 6] = label[word]! + 4;
    }
  }

  /** Fills `moveAtoms` for the present state. */
  fillMove(state: ParserState): void {
    const p = this.#places;
    const { n, none, buffer, left1, left2, right1, right2 } = state;
    const s0 = state.peek(0);
    const s1 = state.peek(1);
    const s2 = state.peek(2);
    p[0] = s0;
    p[1] = s1;
    p[2] = s2;
    p[3] = state.peek(3);
    p[4] = buffer;
    p[5] = buffer + 1 <= n ? buffer + 1 : none;
    p[6] = buffer + 2 <= n ? buffer + 2 : none;
    p[7] = buffer + 3 <= n ? buffer + 3 : none;
    p[8] = left1[s0]!;
    p[9] = left2[s0]!;
    p[10] = right1[s0]!;
    p[11] = right2[s0]!;
    p[12] = left1[s1]!;
    p[13] = left2[s1]!;
    p[14] = right1[s1]!;
    p[15] = right2[s1]!;
    p[16] = left1[buffer]!;
    p[17] = left2[buffer]!;
    p[18] = left1[p[8]!]!;
    p[19] = right1[p[10]!]!;
    p[20] = right1[p[14]!]!;
    p[21] = left1[p[14]!]!;
    p[22] = left1[p[10]!]!;
    p[23] = s0 > 0 && s0 < n ? s0 - 1 : none;
    p[24] = s0 < n ? s0 + 1 : none;
    p[25] = s1 < n ? s1 + 1 : none;
    p[26] = buffer > 0 ? buffer - 1 : none;
    p[27] = right1[s2]!;
    this.#copyPlaces(state, MOVE_PLACES.length, this.moveAtoms);
    const atoms = this.moveAtoms;
    let at = moveLayout.numbersAt;
    atoms[at++] = bucket(buffer - s0);
    atoms[at++] = s1 === none ? 0 : bucket(s0 - s1);
    atoms[at++] = state.leftCount[s0]!;
    atoms[at++] = state.rightCount[s0]!;
    atoms[at++] = state.leftCount[s1]!;
    atoms[at++] = state.rightCount[s1]!;
    atoms[at++] = state.leftCount[buffer]!;
    atoms[at++] = state.leftLabels[s0]!;
    atoms[at++] = state.rightLabels[s0]!;
    atoms[at++] = state.leftLabels[s1]!;
    atoms[at++] = state.rightLabels[s1]!;
    atoms[at++] = state.leftLabels[buffer]!;
    atoms[at++] = this.#between(s0, buffer);
    atoms[at++] = s1 === none ? 0 : this.#between(s1, s0);
    atoms[at++] = Math.min(state.depth, 5);
  }

  /** What kinds of words stand strictly between two words, each counted up to two. */
  #between(from: number, to: number): number {
    const counts = this.#until[to]! - this.#upTo[from]!;
    let packed = 0;
    for (let shift = 0; shift < 24; shift += 8) packed = packed * 3 + Math.min((counts >>> shift) & 255, 2);
    return packed;
  }

  /** Fills `labelAtoms` for the arc that LEFT or RIGHT would add. */
  fillLabel(state: ParserState, move: number): void {
    const p = this.#places;
    const { n, none, left1, left2, right1, right2 } = state;
    const d = state.peek(0);
    const h = state.headFor(move);
    p[0] = h;
    p[1] = d;
    p[2] = left1[d]!;
    p[3] = left2[d]!;
    p[4] = right1[d]!;
    p[5] = right2[d]!;
    p[6] = left1[h]!;
    p[7] = right1[h]!;
    p[8] = move === LEFT ? left1[h]! : right1[h]!;
    p[9] = d > 0 ? d - 1 : none;
    p[10] = d + 1 <= n ? d + 1 : none;
    p[11] = h > 0 ? h - 1 : none;
    p[12] = h + 1 <= n ? h + 1 : none;
    p[13] = left1[p[2]!]!;
    this.#copyPlaces(state, LABEL_PLACES.length, this.labelAtoms);
    const atoms = this.labelAtoms;
    let at = labelLayout.numbersAt;
    const near = move === LEFT ? d : h;
    const far = move === LEFT ? h : d;
    atoms[at++] = move;
    atoms[at++] = bucket(far - near);
    atoms[at++] = state.leftLabels[h]!;
    atoms[at++] = state.rightLabels[h]!;
    atoms[at++] = state.leftLabels[d]!;
    atoms[at++] = state.rightLabels[d]!;
    atoms[at++] = this.#between(near, far);
  }
}

/** The broad semantic class of a word in the part of speech it was tagged with; the part of speech where none is known. */
const meaningOf = (kind: number, { nounClass, verbClass }: Word): number => {
  if (kind & VERBAL) return verbClass + 64;
  return kind & NOMINAL ? nounClass + 96 : 7;
};

/** Distances 1 to 5 as they are, then 6-8, 9-13, 14 and more. */
const bucket = (distance: number): number => (distance <= 5 ? distance : distance <= 8 ? 6 : distance <= 13 ? 7 : 8);
