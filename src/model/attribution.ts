import type { Span } from './span.ts';

/**
 * Somebody's words, thoughts or attitude as the text attributes them: who (source), by which word (cue), what (content).
 * The linguistic layer under statements: the source need not be an actor, and the content need not be said
 * (Pareti 2016, "PARC 3.0"; Newell, Margolin and Ruths 2018, "PolNeAR").
 */
export interface Attribution {
  /** The source's noun phrase; null where the text names none ("it was reported that"). */
  readonly source: Span | null;
  /** Head word of the source. */
  readonly sourceHead: Span | null;
  /** The reporting word; null for a quotation that stands alone. */
  readonly cue: Span | null;
  /** The content in text order; several parts where the cue or something else interrupts it. Quotation marks belong to it. */
  readonly content: readonly Span[];
  readonly rule: string;
}
