/**
 * Dependency parser: greedy arc-hybrid transitions chosen by a linear model over hashed features, trained with a dynamic
 * oracle (Goldberg and Nivre 2013, "Training deterministic parsers with non-deterministic oracles"). The arc is chosen
 * first and then, by a second model, its label; this keeps the first choice down to three classes and so fast.
 */
import { type Inventory, ParserAtoms } from './parser-atoms.ts';
import { labelTemplates, moveTemplates } from './parser-features.ts';
import { LEFT, MOVES, ParserState, SHIFT } from './parser-state.ts';
import { PunctuationAttacher } from './punctuation.ts';
import { MAX_CLASSES, type Scorer } from './table.ts';
import type { Word } from './words.ts';

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
  readonly #atoms: ParserAtoms;
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
    this.#atoms = new ParserAtoms(inventory);
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
    const { universal, marks } = this.#inventory;
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
    this.#atoms.begin({ words, tags, loose: this.#loose, count });
  }

  #allocate(capacity: number): void {
    this.content = new Int32Array(capacity);
    this.heads = new Int32Array(capacity);
    this.labels = new Int32Array(capacity);
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
    this.#atoms.fillMove(this.state);
    const count = this.#moveTemplates.hash(this.#atoms.moveAtoms, this.moveHashes);
    this.scores.fill(0, 0, MOVES);
    this.#moves.score(this.moveHashes, 0, count, this.scores);
  }

  /** The best label for the arc that LEFT or RIGHT would add; its features are in `labelHashes`. */
  bestLabel(move: number): number {
    const { state, scores } = this;
    const { labels, rootLabel } = this.#inventory;
    if (state.headFor(move) === state.n) return rootLabel;
    this.#atoms.fillLabel(this.state, move);
    const count = this.#labelTemplates.hash(this.#atoms.labelAtoms, this.labelHashes);
    scores.fill(0, 0, labels);
    this.#arcs.score(this.labelHashes, 0, count, scores);
    let best = rootLabel === 0 ? 1 : 0;
    for (let label = 1; label < labels; label++) {
      if (label !== rootLabel && scores[label]! > scores[best]!) best = label;
    }
    return best;
  }
}
