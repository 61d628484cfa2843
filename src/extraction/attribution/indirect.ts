import { overlapLength, type Span } from '../../model/span.ts';
import type { Quote } from '../quotes.ts';
import type { Reading } from '../reading.ts';
import { contentOf } from './content.ts';
import type { CueHit, Report } from './types.ts';

const insideQuote = (reading: Reading, span: Span): Quote | undefined => reading.quoteAt(span);

/** Quotation marks inside the content make it mixed; the whole content inside marks is direct speech. */
function voiceOf(reading: Reading, span: Span): 'indirect' | 'mixed' | 'direct' {
  const quoted = reading.quotes.reduce((sum, quote) => sum + overlapLength(quote, span), 0);
  if (quoted === 0) return 'indirect';
  return quoted >= (span.end - span.start) * 0.9 ? 'direct' : 'mixed';
}

const MINIMUM = 8;

/**
 * Content reported in a clause of its own: "said that …", "accused X of …", "according to X, …".
 * Cues inside a quotation are somebody else's report and are left to the quotation.
 */
export function indirectReports(reading: Reading, hits: readonly CueHit[]): Report[] {
  const found: Report[] = [];
  for (const hit of hits) {
    if (insideQuote(reading, hit.span)) continue;
    const span = contentOf(reading, hit);
    if (!span || span.end - span.start < MINIMUM) continue;
    const voice = voiceOf(reading, span);
    const inner =
      voice === 'direct'
        ? reading.quotes.find((quote) => quote.open <= span.start + 1 && quote.close >= span.end - 1)
        : undefined;
    const exact = inner
      ? {
          start: Math.max(inner.start, Math.min(span.start, inner.end)),
          end: Math.min(inner.end, Math.max(span.end, inner.start)),
        }
      : span;
    found.push({
      ...(inner ? { start: inner.start, end: inner.end } : exact),
      sentence: hit.sentence,
      speaker: hit.speaker,
      source: { sentence: hit.sentence, token: hit.source },
      speakerMention: hit.speakerMention,
      voice,
      cue: hit.cue,
      cueSpan: hit.span,
      cueAt: { sentence: hit.sentence, token: hit.token },
      via: null,
      carriesOn: null,
      confidence: hit.content.length > 0 ? 0.9 : 0.75,
      rule:
        voice === 'direct'
          ? 'attribution.direct'
          : hit.rule === 'cue.according-to'
            ? 'attribution.according-to'
            : hit.content.length > 0
              ? 'attribution.complement'
              : 'attribution.parataxis',
    });
  }
  return found;
}
