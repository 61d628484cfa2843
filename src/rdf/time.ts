/*
 * ISO 8601 values as the article's dates have them, turned into bounds for the Simple Event Model's time stamps
 * (van Hage et al. 2011, "Design and use of the Simple Event Model"): earliest and latest begin, earliest and latest end.
 */

export type TimePrecision = 'day' | 'month' | 'year' | 'interval' | 'since' | 'until';

/** ISO days, null where open. */
export interface TimeBounds {
  readonly earliestBegin: string | null;
  readonly latestBegin: string | null;
  readonly earliestEnd: string | null;
  readonly latestEnd: string | null;
  readonly precision: TimePrecision;
}

interface Days {
  readonly first: string;
  readonly last: string;
  readonly precision: 'day' | 'month' | 'year';
}

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0));

/** First and last day of an ISO day, month or year; null if it is none of the calendar. */
const daysOf = (value: string): Days | null => {
  const match = PATTERN.exec(value);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31`, precision: 'year' };
  const length = daysIn(Number(year), Number(month));
  if (length === 0) return null;
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}`, precision: 'month' };
  return Number(day) >= 1 && Number(day) <= length ? { first: value, last: value, precision: 'day' } : null;
};

/**
 * Bounds of a value: a day, month or year lies wholly within itself; `A/B` is some time between A and B, `A/..` begins at A and
 * is open, `../B` ends by B. What goes on at publication ends on that day at the earliest, and no latest end is known.
 * @returns null for what is no such value
 */
export const timeBounds = (value: string, ongoing: boolean, published: string | null): TimeBounds | null => {
  const [from = '', to, ...rest] = value.split('/');
  if (rest.length > 0) return null;
  const begin = from === '..' ? null : daysOf(from);
  const end = to === undefined ? begin : to === '..' ? null : daysOf(to);
  if ((from !== '..' && !begin) || (to !== undefined && to !== '..' && !end) || (!begin && !end)) return null;
  if (begin && end && end.last < begin.first) return null;
  const precision = to === undefined ? begin!.precision : !end ? 'since' : !begin ? 'until' : 'interval';
  const latestBegin = precision === 'since' ? begin!.last : end!.last;
  const earliestEnd = ongoing ? later(published, begin?.first ?? null) : (begin?.first ?? null);
  const latestEnd = ongoing ? null : (end?.last ?? null);
  return { earliestBegin: begin?.first ?? null, latestBegin, earliestEnd, latestEnd, precision };
};

/** ISO days of four-digit years sort as text. */
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
