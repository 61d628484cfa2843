import type { Attribution } from '../../model/attribution.ts';
import type { Span } from '../../model/span.ts';
import type { Reading } from '../reading.ts';
import { cueHits } from './cues.ts';
import { reportsOf } from './index.ts';
import { phraseOf } from './source.ts';
import type { Report } from './types.ts';

/** Content as it stands with its complementiser and quotation marks. */
function widened(reading: Reading, span: Span): Span {
  let { start, end } = span;
  const quote = reading.quotes.find((one) => one.start <= start && start < one.end && one.start >= start - 1);
  if (quote && quote.start === start) start = quote.open;
  const closing = reading.quotes.find((one) => one.start < end && end <= one.close && one.open >= start);
  if (closing && end >= closing.end - 1) end = closing.close;
  const sentence = reading.sentences.find((one) => one.start <= start && start < one.end);
  const before = sentence?.tokens.filter((token) => token.end <= start).pop();
  if (before && /^(?:that|whether|if)$/i.test(before.form)) start = before.start;
  return { start, end };
}

function attributionOf(reading: Reading, report: Report): Attribution {
  const head = report.source ? reading.tree(report.source.sentence).token(report.source.token) : null;
  return {
    source: report.source ? phraseOf(reading.tree(report.source.sentence), report.source.token, report.cueAt?.token) : null,
    sourceHead: head && { start: head.start, end: head.end },
    cue: report.cueSpan,
    content: [widened(reading, report)],
    rule: report.rule,
  };
}

/**
 * Everything the article attributes to somebody: statements, beliefs, intentions and attitudes, with sources of any kind.
 * Headlines are read as well.
 */
export function findAttributions(reading: Reading): Attribution[] {
  const hits = reading.sentences.flatMap((sentence) => cueHits(reading, sentence.index));
  return reportsOf(reading, hits).map((report) => attributionOf(reading, report));
}
