import type { Factuality, PloverType } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import type { DateExpression } from '../../model/syntax.ts';
import type { Statement } from '../attribution/types.ts';
import type { Entity } from '../entities.ts';
import type { Mention } from '../mentions/types.ts';

/** An event as a rule found it. */
export interface EventDraft {
  readonly type: PloverType;
  readonly mode: string | null;
  readonly initiators: readonly Entity[];
  readonly recipients: readonly Entity[];
  readonly reciprocal: boolean;
  readonly date: DateExpression | null;
  /** Where, with the words that say it; null words for "here" under a dateline. */
  readonly place: { readonly name: string; readonly mention: Mention | null } | null;
  readonly factuality: Factuality;
  readonly claimedIn: Statement | null;
  readonly background: boolean;
  readonly ongoing: boolean;
  readonly evidence: Span;
  readonly sentence: number;
  readonly predicate: number;
  readonly lemma: string;
  readonly confidence: number;
  readonly rule: string;
  readonly frame: string | null;
}
