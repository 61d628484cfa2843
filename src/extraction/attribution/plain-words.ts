import type { Span } from '../../model/span.ts';
import type { Entity } from '../entities.ts';
import type { Statement } from './types.ts';

/** Somebody's own words, known by where they stand: no quotation marks around them and no reporting word beside them. */
export const plainWords = (
  { start, end }: Span,
  sentence: number,
  speaker: Entity,
  confidence: number,
  rule: string,
): Statement => ({
  start,
  end,
  sentence,
  speaker,
  speakerMention: null,
  source: null,
  voice: 'unquotedDirect',
  cue: null,
  cueSpan: null,
  cueAt: null,
  via: null,
  carriesOn: null,
  confidence,
  rule,
});
