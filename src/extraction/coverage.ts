import type { Coverage } from '../model/extraction.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { Statement } from './attribution/types.ts';
import type { EventDraft } from './events/types.ts';
import type { PositionDraft } from './positions/types.ts';
import type { Reading } from './reading.ts';

interface Claims {
  readonly statements: readonly Statement[];
  readonly positions: readonly PositionDraft[];
  readonly events: readonly EventDraft[];
}

/** How much of what the rules saw they decided: claims made against things seen and left open. */
export function coverageOf({ sentences }: Reading, { statements, positions, events }: Claims, abstentions: number): Coverage {
  const spans: Span[] = [...statements, ...[...positions, ...events].map(({ evidence }) => evidence)];
  const claims = spans.length;
  const seen = claims + abstentions;
  return {
    sentences: sentences.length,
    sentencesWithClaims: sentences.filter((sentence) => spans.some((span) => overlaps(span, sentence))).length,
    claims,
    abstentions,
    share: seen === 0 ? 1 : Math.round((claims / seen) * 1000) / 1000,
  };
}
