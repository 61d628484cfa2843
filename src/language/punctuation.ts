/**
 * Attachment of punctuation after parsing. Ma, Zhang and Zhu (2014), "Punctuation processing for projective dependency
 * parsing": marks are kept out of the transition system, where they only stand in the way, and hang afterwards from one of
 * the words to which a projective arc is possible. Which one, a linear model over the finished tree decides.
 */
import { hashString, mix } from './hashing.ts';
import type { Scorer } from './table.ts';

const MAX_FEATURES = 32;

/** A tree under construction: heads (n for the root) and labels of all words that are not `loose`. */
export interface OpenTree {
  readonly n: number;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly universal: Int32Array;
  /** 1 for marks still to be attached. */
  readonly loose: Uint8Array;
  /** Hash of each form. */
  readonly forms: Int32Array;
}

const OPENERS: ReadonlySet<number> = new Set(['(', '[', '{'].map((form) => hashString(form)));
const QUOTES: ReadonlySet<number> = new Set(['"', "'", '``', "''"].map((form) => hashString(form)));
const CLOSERS: ReadonlySet<number> = new Set([')', ']', '}'].map((form) => hashString(form)));

export class PunctuationAttacher {
  readonly #scorer: Scorer;
  readonly hashes = new Int32Array(MAX_FEATURES);
  readonly #score = new Int32Array(128);
  /** Edges of the subtrees, marks left out. */
  #left = new Int32Array(0);
  #right = new Int32Array(0);
  /** Nearest words before and after each mark (-1 and n where there is none), and its partner or -1. */
  #before = new Int32Array(0);
  #after = new Int32Array(0);
  #partner = new Int32Array(0);
  readonly #candidates: number[] = [];
  #used = 0;

  constructor(scorer: Scorer) {
    this.#scorer = scorer;
  }

  /** Gives every loose mark its head. The tree must hold at least one word that is not loose. */
  attach(tree: OpenTree): void {
    this.prepare(tree);
    for (let i = 0; i < tree.n; i++) if (tree.loose[i] === 1) tree.heads[i] = this.best(tree, i);
  }

  /** Looks at the tree; to be called before `best` and `candidates`. */
  prepare(tree: OpenTree): void {
    const { n, heads, loose } = tree;
    if (this.#left.length < n) {
      this.#left = new Int32Array(n * 2);
      this.#right = new Int32Array(n * 2);
      this.#before = new Int32Array(n * 2);
      this.#after = new Int32Array(n * 2);
      this.#partner = new Int32Array(n * 2);
    }
    for (let i = 0; i < n; i++) this.#left[i] = this.#right[i] = i;
    for (let i = 0; i < n; i++) {
      if (loose[i] === 1) continue;
      for (let at = heads[i]!, steps = 0; at < n && steps < n; at = heads[at]!, steps++) {
        if (i < this.#left[at]!) this.#left[at] = i;
        if (i > this.#right[at]!) this.#right[at] = i;
      }
    }
    for (let i = 0, last = -1; i < n; i++) {
      this.#before[i] = last;
      if (loose[i] === 0) last = i;
    }
    for (let i = n - 1, next = n; i >= 0; i--) {
      this.#after[i] = next;
      if (loose[i] === 0) next = i;
    }
    this.#pair(tree);
  }

  /** Matches brackets and quotation marks. */
  #pair({ n, forms, loose }: OpenTree): void {
    this.#partner.fill(-1, 0, n);
    const open: number[] = [];
    let quote = -1;
    for (let i = 0; i < n; i++) {
      if (loose[i] === 0) continue;
      const form = forms[i]!;
      if (OPENERS.has(form)) open.push(i);
      else if (CLOSERS.has(form) && open.length > 0) this.#couple(open.pop()!, i);
      else if (QUOTES.has(form) && quote < 0) quote = i;
      else if (QUOTES.has(form)) {
        this.#couple(quote, i);
        quote = -1;
      }
    }
  }

  #couple(a: number, b: number): void {
    this.#partner[a] = b;
    this.#partner[b] = a;
  }

  /** The words a mark may hang from without crossing an arc. */
  candidates({ n, heads }: OpenTree, mark: number): readonly number[] {
    this.#candidates.length = 0;
    const before = this.#before[mark]!;
    const after = this.#after[mark]!;
    for (let at = before, steps = 0; at >= 0 && at < n && steps < n; at = heads[at]!, steps++) {
      this.#candidates.push(at);
      if (this.#right[at]! > mark) break;
    }
    for (let at = after, steps = 0; at < n && steps < n; at = heads[at]!, steps++) {
      if (!this.#candidates.includes(at)) this.#candidates.push(at);
      if (this.#left[at]! < mark) break;
    }
    return this.#candidates;
  }

  /** The best candidate for a mark. */
  best(tree: OpenTree, mark: number): number {
    let best = -1;
    let most = 0;
    for (const candidate of this.candidates(tree, mark)) {
      const count = this.features(tree, mark, candidate);
      this.#score[0] = 0;
      this.#scorer.score(this.hashes, 0, count, this.#score);
      if (best < 0 || this.#score[0]! > most) {
        best = candidate;
        most = this.#score[0]!;
      }
    }
    return best;
  }

  #add(value: number): void {
    this.hashes[this.#used] = mix(mix(this.#used + 501, value), this.#used);
    this.#used++;
  }

  /** Computes the features of hanging `mark` from `candidate`; returns their number. */
  features({ n, heads, labels, universal, forms }: OpenTree, mark: number, candidate: number): number {
    this.#used = 0;
    const form = forms[mark]!;
    const before = this.#before[mark]!;
    const after = this.#after[mark]!;
    const label = labels[candidate]!;
    const head = heads[candidate]!;
    const side = candidate < mark ? 1 : 2;
    const covers = this.#left[candidate]! < mark && this.#right[candidate]! > mark ? 1 : 0;
    const edge = this.#right[candidate]! === before ? 1 : this.#left[candidate]! === after ? 2 : 0;
    const partner = this.#partner[mark]!;
    const low = Math.min(mark, partner < 0 ? mark : partner);
    const high = Math.max(mark, partner);
    const inside = partner < 0 ? 0 : candidate > low && candidate < high ? 1 : 2;
    const escapes = inside === 1 ? (head > low && head < high ? 1 : 2) : 0;
    const place = (side * 2 + covers) * 3 + edge;
    const parent = head < n ? universal[head]! : -1;
    const headSide = head < mark ? 1 : 2;
    const top = head >= n ? 2 : (side === 1 ? this.#right[head]! < mark : this.#left[head]! > mark) ? 1 : 0;
    const ends = (after === n ? 1 : 0) + (before < 0 ? 2 : 0);
    const pair = inside * 3 + escapes;
    const state = mix(mix(place, pair), top * 4 + ends);
    const afterLabel = after < n ? labels[after]! : -1;
    const beforeLabel = before >= 0 ? labels[before]! : -1;
    this.#add(state);
    this.#add(mix(form, state));
    this.#add(mix(mix(form, state), label));
    this.#add(mix(mix(state, label), universal[candidate]!));
    this.#add(mix(mix(form, state), universal[candidate]!));
    this.#add(mix(mix(form, place), mix(label, parent)));
    this.#add(mix(mix(form, place), mix(label, headSide)));
    this.#add(mix(mix(form, state), mix(label, after < n ? universal[after]! : -1)));
    this.#add(mix(mix(form, state), mix(label, before >= 0 ? universal[before]! : -1)));
    this.#add(mix(mix(form, state), mix(label, afterLabel)));
    this.#add(mix(mix(form, state), mix(label, beforeLabel)));
    this.#add(mix(mix(form, place), mix(label, head < n ? labels[head]! : -1)));
    this.#add(mix(mix(form, place), mix(forms[after < n ? after : mark]!, label)));
    this.#add(mix(mix(form, place), mix(forms[before >= 0 ? before : mark]!, label)));
    this.#add(mix(mix(form, state), Math.min(6, Math.abs(candidate - mark))));
    this.#add(mix(mix(form, state), mix(candidate === before ? 1 : candidate === after ? 2 : 0, label)));
    this.#add(mix(mix(form, place), mix(this.#nextMark(forms, mark, 1), label)));
    this.#add(mix(mix(form, place), mix(this.#nextMark(forms, mark, -1), label)));
    return this.#used;
  }

  /** The form next to a mark, where it is a mark too. */
  #nextMark(forms: Int32Array, mark: number, step: number): number {
    const at = mark + step;
    const isMark = step > 0 ? this.#after[mark]! > at : this.#before[mark]! < at;
    return isMark ? (forms[at] ?? 0) : 0;
  }
}
