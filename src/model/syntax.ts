import type { Span } from './span.ts';

/** A syntactic word of a Universal Dependencies tree. */
export interface Token extends Span {
  /** Position in the sentence, from 0. */
  readonly index: number;
  readonly form: string;
  readonly lemma: string;
  /** Universal part of speech (UD v2): NOUN, PROPN, VERB, AUX, … */
  readonly upos: string;
  /** Penn Treebank tag as used by UD English. */
  readonly xpos: string;
  /** Index of the head in the sentence; -1 for the root. */
  readonly head: number;
  /** UD relation to the head, with subtype where the treebanks have one ("nsubj:pass"). */
  readonly deprel: string;
}

/** One sentence with its dependency tree. Spans are offsets into the stored text. */
export interface Sentence extends Span {
  /** Position in the document, from 0. */
  readonly index: number;
  /** Index of the block in `Document.blocks` it belongs to. */
  readonly block: number;
  readonly tokens: readonly Token[];
}

/** How exactly a date expression fixes its time. */
export type DateGranularity = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'interval';

/** A date expression resolved against the publication date. */
export interface DateExpression extends Span {
  /** ISO day, month or year (`2024-07-11`, `2024-07`, `2024`), or an interval `A/B`, `A/..`, `../B`. */
  readonly value: string;
  /** First and last ISO day the expression allows; null where open. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly granularity: DateGranularity;
  /** True when the value needed the publication date ("yesterday", "last week", "in March"). */
  readonly relative: boolean;
}
