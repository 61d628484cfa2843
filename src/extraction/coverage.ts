import type { Coverage } from '../model/extraction.ts';
import { overlaps, type Span } from '../model/span.ts';

interface Claims {
  readonly statements: readonly Span[];
  readonly positions: readonly { readonly evidence: Span }[];
  readonly events: readonly { readonly evidence: Span }[];
}

/** How much of what was seen was decided: claims made against things seen and left open. */
export function coverageOf(
  { sentences }: { readonly sentences: readonly Span[] },
  { statements, positions, events }: Claims,
  abstentions: number,
): Coverage {
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
