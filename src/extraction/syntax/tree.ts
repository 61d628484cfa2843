import type { Span } from '../../model/span.ts';
import type { Sentence, Token } from '../../model/syntax.ts';

/** Read access to one dependency tree: children, subtrees, and the small questions every rule asks. */
export class SyntaxTree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly #children: readonly (readonly number[])[];
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  constructor(sentence: Sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens;
    const children: number[][] = sentence.tokens.map(() => []);
    for (const token of sentence.tokens) if (token.head >= 0) children[token.head]!.push(token.index);
    this.#children = children;
    this.#first = Int32Array.from(sentence.tokens, (_, i) => i);
    this.#last = Int32Array.from(sentence.tokens, (_, i) => i);
    for (const token of sentence.tokens) this.#widen(token.index);
  }

  #widen(index: number): void {
    for (
      let at = this.tokens[index]!.head, steps = 0;
      at >= 0 && steps < this.tokens.length;
      at = this.tokens[at]!.head, steps++
    ) {
      if (index < this.#first[at]!) this.#first[at] = index;
      if (index > this.#last[at]!) this.#last[at] = index;
    }
  }

  token(i: number): Token {
    return this.tokens[i]!;
  }

  children(i: number): readonly number[] {
    return this.#children[i]!;
  }

  /** Children whose relation is one of `relations`, subtypes included ("nsubj" finds "nsubj:pass"). */
  dependents(i: number, ...relations: string[]): number[] {
    return this.children(i).filter((child) => {
      const { deprel } = this.tokens[child]!;
      return relations.some((relation) => deprel === relation || deprel.startsWith(`${relation}:`));
    });
  }

  /** Children whose relation is exactly `relation`. */
  exactly(i: number, relation: string): number[] {
    return this.children(i).filter((child) => this.tokens[child]!.deprel === relation);
  }

  /** First and last token index below and including `i`. */
  range(i: number): { first: number; last: number } {
    return { first: this.#first[i]!, last: this.#last[i]! };
  }

  isAncestor(ancestor: number, of: number): boolean {
    for (let at = of, steps = 0; at >= 0 && steps <= this.tokens.length; at = this.tokens[at]!.head, steps++)
      if (at === ancestor) return true;
    return false;
  }

  /** The head of a coordination, and all its conjuncts, in text order. */
  conjuncts(i: number): number[] {
    return [i, ...this.dependents(i, 'conj').flatMap((child) => this.conjuncts(child))].sort((a, b) => a - b);
  }

  /** The preposition before a nominal, lower case, fixed expressions joined by `_` ("because_of"); empty if none. */
  preposition(i: number): string {
    const words = this.dependents(i, 'case').flatMap((child) =>
      this.tokens[child]!.xpos === 'POS' ? [] : [child, ...this.dependents(child, 'fixed')],
    );
    return words
      .sort((a, b) => a - b)
      .map((child) => this.tokens[child]!.form.toLowerCase())
      .join('_');
  }

  /** Text stretch from the first to the last token of a range, edge punctuation and blanks left out. */
  spanOf(first: number, last: number): Span {
    let from = first;
    let to = last;
    while (from < to && this.isEdge(from)) from++;
    while (to > from && this.isEdge(to)) to--;
    return { start: this.tokens[from]!.start, end: this.tokens[to]!.end };
  }

  private isEdge(i: number): boolean {
    return this.tokens[i]!.upos === 'PUNCT';
  }

  /** Span of the phrase headed by `i`. */
  phrase(i: number): Span {
    const { first, last } = this.range(i);
    return this.spanOf(first, last);
  }

  /** Index of the token that covers a text offset, or -1. */
  at(offset: number): number {
    return this.tokens.findIndex((token) => token.start <= offset && offset < token.end);
  }

  /** Token whose head lies outside the range: the head of a name or phrase. */
  headOf(first: number, last: number): number {
    for (let i = first; i <= last; i++) {
      const { head } = this.tokens[i]!;
      if ((head < first || head > last) && this.tokens[i]!.upos !== 'PUNCT') return i;
    }
    return last;
  }
}

/** The relation without its subtype. */
export const base = (token: Token): string => token.deprel.split(':')[0]!;

export const isVerbal = (token: Token): boolean => token.upos === 'VERB' || token.upos === 'AUX';
export const isNominal = (token: Token): boolean => token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'PRON';

/** Lower-case form: the unit of closed-class tests. */
export const low = (token: Token): string => token.form.toLowerCase();

/** Nouns that only count or measure what their of-phrase names. */
const QUANTIFYING = new Set([
  'series',
  'round',
  'wave',
  'number',
  'set',
  'string',
  'spate',
  'range',
  'package',
  'lot',
  'couple',
  'handful',
  'batch',
  'flurry',
  'raft',
  'slew',
  'kind',
  'sort',
  'form',
  'majority',
  'rest',
]);

/** The noun a clause really takes as its argument: "a series of exercises" stands in the clause as "exercises" would. */
export function outermostNoun(tree: SyntaxTree, noun: number): number {
  let at = noun;
  for (let steps = 0; steps < 4; steps++) {
    const { head } = tree.token(at);
    if (
      head < 0 ||
      base(tree.token(at)) !== 'nmod' ||
      tree.preposition(at) !== 'of' ||
      !QUANTIFYING.has(tree.token(head).lemma.toLowerCase())
    )
      break;
    at = head;
  }
  return at;
}
