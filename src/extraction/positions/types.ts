import type { Explicitness, Polarity, SpeechAct } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import type { Statement } from '../attribution/types.ts';
import type { Entity } from '../entities.ts';

/** A stance as a rule found it, before ids are given and names are chosen. */
export interface PositionDraft {
  readonly holder: Entity;
  readonly voicedBy: Entity | null;
  readonly target: Entity | null;
  readonly issue: Span | null;
  readonly statement: Statement | null;
  readonly polarity: Polarity;
  readonly act: SpeechAct;
  readonly strength: number;
  readonly explicitness: Explicitness;
  readonly evidence: Span;
  readonly sentence: number;
  readonly predicate: number;
  readonly confidence: number;
  readonly rule: string;
  readonly frame: string | null;
  /** The stance belongs to the past of the story. */
  readonly background: boolean;
}
