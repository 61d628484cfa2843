import type { Voice } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import type { Entity } from '../entities.ts';
import type { Mention } from '../mentions/types.ts';

/** Content attributed to somebody. The span is the content, not the reporting clause. */
export interface Statement extends Span {
  /** Sentence in which the content starts. */
  readonly sentence: number;
  readonly speaker: Entity;
  readonly speakerMention: Mention | null;
  readonly voice: Voice;
  readonly cue: string | null;
  readonly cueSpan: Span | null;
  /** Sentence and token of the reporting word, where there is one. */
  readonly cueAt: { readonly sentence: number; readonly token: number } | null;
  readonly via: Entity | null;
  readonly confidence: number;
  readonly rule: string;
}
