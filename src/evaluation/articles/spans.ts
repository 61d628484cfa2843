import { overlapLength, type Span } from '../../model/span.ts';

/** The span if it is one (whole offsets, not empty), else null. */
export const asSpan = (value: Span | null | undefined): Span | null =>
  value && Number.isInteger(value.start) && Number.isInteger(value.end) && value.end > value.start ? value : null;

/** Share of `span` that the union of `others` covers, 0 to 1. */
export function coverage(span: Span, others: readonly Span[]): number {
  const covered = new Uint8Array(span.end - span.start);
  for (const other of others) {
    const from = Math.max(span.start, other.start) - span.start;
    const to = Math.min(span.end, other.end) - span.start;
    if (to > from) covered.fill(1, from, to);
  }
  return covered.reduce((sum, unit) => sum + unit, 0) / (span.end - span.start);
}

/** Shared length over the longer of the two; 0 where no evidence is given. */
export function overlapShare(given: Span | null, gold: Span): number {
  if (!given) return 0;
  return overlapLength(given, gold) / Math.max(given.end - given.start, gold.end - gold.start);
}

/** True if the span lies wholly in a part of the article that is not scored. */
export const isIgnored = (given: Span | null | undefined, ignored: readonly Span[] | undefined): boolean => {
  const span = asSpan(given);
  return span !== null && (ignored ?? []).some((zone) => span.start >= zone.start && span.end <= zone.end + 1);
};
