/**
 * Dependency parser: greedy arc-hybrid transitions chosen by a linear model over hashed features, trained with a dynamic
 * oracle (Goldberg and Nivre 2013, "Training deterministic parsers with non-deterministic oracles"). The arc is chosen
 * first and then, by a second model, its label; this keeps the first choice down to three classes and so fast.
 */

import { mix } from './hashing.ts';
import { LABEL_PLACES, labelLayout, labelTemplates, MOVE_PLACES, moveLayout, moveTemplates } from './parser-features.ts';
import { LEFT, MOVES, ParserState, SHIFT } from './parser-state.ts';
import { PunctuationAttacher } from './punctuation.ts';
import { MAX_CLASSES, type Scorer } from './table.ts';
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

export class Parser {
  /** The state over the words that are not punctuation, numbered by `content`. */
  readonly state = new ParserState();
  /** Position in the sentence of each word of the state. */
  content = new Int32Array(0);
  /** The finished tree over all words: heads (the number of words for the root) and labels. */
  heads = new Int32Array(0);
  labels = new Int32Array(0);
  readonly #moves: Scorer;
  readonly #arcs: Scorer;
  readonly #punctuation: PunctuationAttacher;
  readonly #inventory: Inventory;
  readonly #moveTemplates = moveTemplates();
  readonly #labelTemplates = labelTemplates();
  readonly #moveAtoms = new Int32Array(moveLayout.size);
  readonly #labelAtoms = new Int32Array(labelLayout.size);
  readonly #places = new Int32Array(Math.max(MOVE_PLACES.length, LABEL_PLACES.length));
  #static = new Int32Array(0);
  /** Running counts of verbs, punctuation and conjunctions up to each word, without and with it, eight bits each. */
  #until = new Int32Array(0);
  #upTo = new Int32Array(0);
  #loose = new Uint8Array(0);
  #universal = new Int32Array(0);
  #forms = new Int32Array(0);
  readonly moveHashes = new Int32Array(this.#moveTemplates.count);
  readonly labelHashes = new Int32Array(this.#labelTemplates.count);
  readonly scores = new Int32Array(MAX_CLASSES);

  constructor(moves: Scorer, arcs: Scorer, punctuation: Scorer, inventory: Inventory) {
    this.#moves = moves;
    this.#arcs = arcs;
    this.#punctuation = new PunctuationAttacher(punctuation);
    this.#inventory = inventory;
  }

  /** Parses a tagged sentence into `heads` and `labels`. */
  parse(words: readonly Word[], tags: Int32Array): void {
    this.begin(words, tags);
    const { state } = this;
    while (!state.finished) {
      const move = this.bestMove();
      if (move === SHIFT) state.shift();
      else state.attach(move, this.bestLabel(move));
    }
    this.#finish(words.length);
  }

  /** Puts a sentence into the initial state; punctuation is left out unless there is nothing else. */
  begin(words: readonly Word[], tags: Int32Array): void {
    const n = words.length;
    if (this.heads.length < n + 2) this.#allocate(n * 2 + 64);
    const { universal, kinds, marks } = this.#inventory;
    let count = 0;
    for (let i = 0; i < n; i++) {
      this.#universal[i] = universal[tags[i]!]!;
      this.#forms[i] = words[i]!.form;
      this.#loose[i] = marks[tags[i]!]!;
      if (this.#loose[i] === 0) this.content[count++] = i;
    }
    if (count === 0) {
      for (; count < n; count++) this.content[count] = count;
      this.#loose.fill(0, 0, n);
    }
    this.state.reset(count);
    const column = this.#static;
    let sum = 0;
    for (let k = 0, i = 0; k <= count; k++, i++) {
      let mark = NO_MARK;
      for (; i < n && this.#loose[i] === 1; i++) {
        mark = mix(mark, this.#forms[i]!);
        sum += PUNCTUATION;
      }
      const at = k * STATIC;
      this.#until[k] = sum;
      if (k === count) column.fill(ROOT_ATOM, at, at + STATIC);
      else {
        const word = words[i]!;
        const tag = tags[i]!;
        column[at] = word.lower;
        column[at + 1] = tag + 8;
        column[at + 2] = universal[tag]! + 8;
        column[at + 3] = meaningOf(kinds[tag]!, word);
        column[at + 4] = word.suffix3;
        sum += kinds[tag]!;
      }
      column[at + 5] = mark;
      this.#upTo[k] = sum;
    }
    column.fill(NONE_ATOM, (count + 1) * STATIC, (count + 2) * STATIC);
  }

  #allocate(capacity: number): void {
    this.content = new Int32Array(capacity);
    this.heads = new Int32Array(capacity);
    this.labels = new Int32Array(capacity);
    this.#static = new Int32Array(capacity * STATIC);
    this.#until = new Int32Array(capacity);
    this.#upTo = new Int32Array(capacity);
    this.#loose = new Uint8Array(capacity);
    this.#universal = new Int32Array(capacity);
    this.#forms = new Int32Array(capacity);
  }

  /** Carries the parse over to all words and attaches the punctuation. */
  #finish(n: number): void {
    const { state, content, heads, labels } = this;
    heads.fill(n, 0, n);
    labels.fill(this.#inventory.punctLabel, 0, n);
    for (let k = 0; k < state.n; k++) {
      const head = state.head[k]!;
      heads[content[k]!] = head === state.n ? n : content[head]!;
      labels[content[k]!] = state.label[k]!;
    }
    if (state.n < n) {
      this.#punctuation.attach({ n, heads, labels, universal: this.#universal, loose: this.#loose, forms: this.#forms });
    }
  }

  /** The best permitted move in the present state; its features are in `moveHashes`. */
  bestMove(): number {
    const { state, scores } = this;
    if (state.depth === 0) return SHIFT;
    if (state.buffer === state.n && state.depth === 1) return LEFT;
    this.scoreMoves();
    let best = -1;
    for (let move = 0; move < MOVES; move++) {
      if (state.allows(move) && (best < 0 || scores[move]! > scores[best]!)) best = move;
    }
    return best;
  }

  /** Scores all moves of the present state into `scores`. */
  scoreMoves(): void {
    this.#fillMoveAtoms();
    const count = this.#moveTemplates.hash(this.#moveAtoms, this.moveHashes);
    this.scores.fill(0, 0, MOVES);
    this.#moves.score(this.moveHashes, count, this.scores);
  }

  /** The best label for the arc that LEFT or RIGHT would add; its features are in `labelHashes`. */
  bestLabel(move: number): number {
    const { state, scores } = this;
    const { labels, rootLabel } = this.#inventory;
    if (state.headFor(move) === state.n) return rootLabel;
    this.#fillLabelAtoms(move);
    const count = this.#labelTemplates.hash(this.#labelAtoms, this.labelHashes);
    scores.fill(0, 0, labels);
    this.#arcs.score(this.labelHashes, count, scores);
    let best = rootLabel === 0 ? 1 : 0;
    for (let label = 1; label < labels; label++) {
      if (label !== rootLabel && scores[label]! > scores[best]!) best = label;
    }
    return best;
  }

  #copyPlaces(count: number, atoms: Int32Array): void {
    const places = this.#places;
    const column = this.#static;
    const { label } = this.state;
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

  #fillMoveAtoms(): void {
    const { state } = this;
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
    this.#copyPlaces(MOVE_PLACES.length, this.#moveAtoms);
    const atoms = this.#moveAtoms;
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

  #fillLabelAtoms(move: number): void {
    const { state } = this;
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
    this.#copyPlaces(LABEL_PLACES.length, this.#labelAtoms);
    const atoms = this.#labelAtoms;
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
