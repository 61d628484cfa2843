/** Views of a dependency tree: children, subtrees, paths, heads of spans, text without edge punctuation. */
import type { Span } from '../model/span.ts';
import type { Sentence, Token } from '../model/syntax.ts';

/** Tokens `start` (inclusive) to `end` (exclusive) of a sentence. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** A sentence with its children index. Token arguments are positions in the sentence. */
export class Tree {
  readonly sentence: Sentence;
  /** Position of the root; -1 in an empty sentence. */
  readonly root: number;
  readonly #children: readonly (readonly number[])[];
  readonly #ranges: readonly TokenRange[];

  constructor(sentence: Sentence) {
    this.sentence = sentence;
    const { tokens } = sentence;
    const children: number[][] = tokens.map(() => []);
    for (const { index, head } of tokens) children[head]?.push(index);
    this.#children = children;
    this.root = tokens.findIndex(({ head }) => head < 0);
    this.#ranges = rangesOf(tokens);
  }

  /** The token at a position. */
  token(i: number): Token {
    const token = this.sentence.tokens[i];
    if (!token) throw new RangeError(`no token ${i} in a sentence of ${this.sentence.tokens.length}`);
    return token;
  }

  /** Positions of the dependents, in text order; with `deprel`, only those whose relation is it or a subtype of it. */
  children(i: number, deprel?: string): readonly number[] {
    const all = this.#children[i] ?? [];
    return deprel === undefined ? all : all.filter((child) => isRelation(this.token(child).deprel, deprel));
  }

  /** The first dependent with one of the relations (subtypes included), or undefined. */
  child(i: number, ...deprels: readonly string[]): number | undefined {
    return this.children(i).find((child) => deprels.some((deprel) => isRelation(this.token(child).deprel, deprel)));
  }

  /** The smallest token range that holds the whole subtree (in a projective tree, exactly the subtree). */
  subtree(i: number): TokenRange {
    const range = this.#ranges[i];
    if (!range) throw new RangeError(`no token ${i} in a sentence of ${this.sentence.tokens.length}`);
    return range;
  }

  /** Characters of the stored text from the first to the last token of a range. */
  span({ start, end }: TokenRange): Span {
    return { start: this.token(start).start, end: this.token(end - 1).end };
  }

  /** Characters of the subtree of `i` without punctuation at its edges; brackets and quotes within stay. */
  projection(i: number): Span {
    return this.span(this.trim(this.subtree(i)));
  }

  /** The range without punctuation at its edges; a range of nothing but punctuation stays as it is. */
  trim(range: TokenRange): TokenRange {
    let { start, end } = range;
    while (start < end && this.token(start).upos === 'PUNCT') start++;
    while (end > start && this.token(end - 1).upos === 'PUNCT') end--;
    return start < end ? { start, end } : range;
  }

  /** Positions from `i` up to the root, both included. */
  path(i: number): number[] {
    const path: number[] = [];
    for (let at = i; at >= 0 && path.length <= this.sentence.tokens.length; at = this.token(at).head) path.push(at);
    return path;
  }

  /** True when `a` dominates `b` (a token does not dominate itself). */
  isAncestor(a: number, b: number): boolean {
    return a !== b && this.path(b).includes(a);
  }

  /** The token of a range whose head lies outside it: the highest such token, the first of equals. */
  headOf({ start, end }: TokenRange): number {
    let best = start;
    let least = Number.POSITIVE_INFINITY;
    for (let i = start; i < end; i++) {
      const { head } = this.token(i);
      if (head >= start && head < end) continue;
      const depth = this.path(i).length;
      if (depth < least) [best, least] = [i, depth];
    }
    return best;
  }

  /** The token range that a character span covers, widened to whole tokens; undefined when it covers none. */
  rangeOf(span: Span): TokenRange | undefined {
    const { tokens } = this.sentence;
    const start = tokens.findIndex((token) => token.end > span.start);
    if (start < 0) return undefined;
    let end = start;
    while (end < tokens.length && tokens[end]!.start < span.end) end++;
    return end > start ? { start, end } : undefined;
  }
}

export const buildTree = (sentence: Sentence): Tree => new Tree(sentence);

/** True when a relation is `wanted` or a subtype of it: "nsubj:pass" is "nsubj". */
export const isRelation = (deprel: string, wanted: string): boolean => deprel === wanted || deprel.startsWith(`${wanted}:`);

/** For each token the range of its subtree, found by widening every ancestor. */
const rangesOf = (tokens: readonly Token[]): TokenRange[] => {
  const starts = tokens.map(({ index }) => index);
  const ends = tokens.map(({ index }) => index + 1);
  for (const { index } of tokens) {
    let at = tokens[index]!.head;
    for (let steps = 0; at >= 0 && steps < tokens.length; steps++) {
      starts[at] = Math.min(starts[at]!, index);
      ends[at] = Math.max(ends[at]!, index + 1);
      at = tokens[at]!.head;
    }
  }
  return starts.map((start, i) => ({ start, end: ends[i]! }));
};
