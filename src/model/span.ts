/**
 * A stretch of the stored text. Offsets count UTF-16 code units; `end` is exclusive,
 * so `text.slice(span.start, span.end)` is what the span holds.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True if the two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** True if `outer` covers all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The characters a span stands for. */
export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/** Number of shared code units. */
export const overlapLength = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
