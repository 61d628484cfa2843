import type { Extraction, MentionKind } from './extraction.ts';
import type { Span } from './span.ts';
import type { Sentence } from './syntax.ts';

/** Which layer a rule works for. */
export type RuleLayer = 'attribution' | 'positions' | 'events';

/** A rule that nearly fired, and what kept it. */
export interface NearMiss {
  readonly sentence: number;
  /** Index of the word the rule looked at. */
  readonly token: number;
  readonly layer: RuleLayer;
  /** Rule, or frame of the codebook. */
  readonly rule: string;
  readonly reason: string;
}

/** A claim a rule made in a sentence. */
export interface Firing {
  readonly layer: 'statements' | 'positions' | 'events';
  /** Id of the claim in the extraction. */
  readonly id: string;
  readonly rule: string;
  readonly frame: string | null;
  readonly confidence: number;
  /** The claim in a line. */
  readonly claim: string;
}

/** Words of a sentence that stand for somebody. */
export interface ExplainedMention extends Span {
  readonly actor: string;
  readonly kind: MentionKind;
  readonly rule: string;
}

/** How one sentence was read. */
export interface ExplainedSentence {
  readonly sentence: Sentence;
  readonly mentions: readonly ExplainedMention[];
  readonly fired: readonly Firing[];
  readonly nearly: readonly NearMiss[];
  /** What was seen there and not decided. */
  readonly abstentions: Extraction['abstentions'];
}
