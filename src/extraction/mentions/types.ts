import type { MentionKind } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import type { Entity } from '../entities.ts';

/** A stretch of one sentence that stands for an entity. */
export interface Mention extends Span {
  readonly sentence: number;
  /** Token range, last included. */
  readonly first: number;
  readonly last: number;
  /** Syntactic head of the range. */
  readonly head: number;
  readonly kind: MentionKind;
  readonly entity: Entity;
  readonly rule: string;
  readonly reason?: string;
}
