import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';
import type { CueHit, Report } from './types.ts';

const FIRST_OR_SECOND = new Set(['we', 'i', 'our', 'my', 'us', 'you', 'your']);

/**
 * Direct speech after a colon without quotation marks ("X said: We firmly oppose …").
 * Regularity: a reporting verb with its speaker, a colon right behind its clause, and a clause after it that
 * starts with a capital or speaks in the first person; translated and untidy prose drops the marks.
 */
export function unquotedReports(reading: Reading, hits: readonly CueHit[]): Report[] {
  const found: Report[] = [];
  for (const hit of hits) {
    if (!hit.speech) continue;
    const tree = reading.tree(hit.sentence);
    const colon = tree.tokens.findIndex((token) => token.index > hit.token && token.form === ':');
    // "rejected the accusations and said: We …": the verb before the colon introduces the words.
    const isNearer = (other: CueHit): boolean =>
      other.sentence === hit.sentence && other.speech && other.pos === 'V' && other.token > hit.token && other.token < colon;
    if (hits.some(isNearer)) continue;
    if (colon < 0 || colon - hit.token > 9 || colon === tree.tokens.length - 1) continue;
    const next = tree.token(colon + 1);
    if (/["“«„‘']/.test(next.form)) continue;
    const first = low(next);
    if (!/^\p{Lu}/u.test(next.form) && !FIRST_OR_SECOND.has(first)) continue;
    const last = tree.tokens.length - 1;
    const span = tree.spanOf(colon + 1, last);
    found.push({
      ...span,
      sentence: hit.sentence,
      speaker: hit.speaker,
      source: { sentence: hit.sentence, token: hit.source },
      speakerMention: hit.speakerMention,
      voice: 'unquotedDirect',
      cue: hit.cue,
      cueSpan: hit.span,
      cueAt: { sentence: hit.sentence, token: hit.token },
      via: null,
      carriesOn: null,
      confidence: 0.85,
      rule: 'attribution.colon-unquoted',
    });
  }
  return found;
}
