import type { Span } from '../model/span.ts';
import type { NewsWords } from './words.ts';

/** A calendar date in a header line; `year` is null where the line gives none. */
export interface PrintedDate extends Span {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

interface DatePatterns {
  readonly dated: readonly RegExp[];
  readonly yearless: readonly RegExp[];
}

const cache = new WeakMap<NewsWords, DatePatterns>();

function patternsFor(words: NewsWords): DatePatterns {
  const known = cache.get(words);
  if (known) return known;
  const names = [...words.month.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
  const before = '(?<![\\p{L}\\p{N}])';
  const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|º|°)?';
  const month = `(?<month>${names})\\.?`;
  const year = '(?<year>(?:19|20)\\d\\d)(?![\\p{N}])';
  const monthFirst = `${before}${month}\\s+${day}`;
  const dayFirst = `${before}${day}(?:\\s+|-)(?:de\\s+|of\\s+)?${month}(?![\\p{L}])`;
  const flags = 'iu';
  const patterns = {
    dated: [
      new RegExp(`${monthFirst}(?:\\s*,\\s*|\\s+)${year}`, flags),
      new RegExp(`${dayFirst}(?:\\s*,\\s*|\\s+|-)(?:del?\\s+)?${year}`, flags),
      /(?<![\p{L}\p{N}])(?<year>(?:19|20)\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\p{N})/u,
      /(?<![\p{L}\p{N}])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:19|20)\d\d)(?!\p{N})/u,
      /(?<![\p{L}\p{N}])(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?<year>(?:19|20)\d\d)(?!\p{N})/u,
    ],
    yearless: [new RegExp(`${monthFirst}(?![\\p{L}\\p{N}])`, flags), new RegExp(dayFirst, flags)],
  };
  cache.set(words, patterns);
  return patterns;
}

/** The first full date in a line. `04/07/2026` is read only where one of the first two numbers must be the day. */
export function findDate(line: string, words: NewsWords): PrintedDate | null {
  return firstMatch(line, patternsFor(words).dated, words);
}

/** The first date without a year in a line. */
export function findYearlessDate(line: string, words: NewsWords): PrintedDate | null {
  return firstMatch(line, patternsFor(words).yearless, words);
}

function firstMatch(line: string, patterns: readonly RegExp[], words: NewsWords): PrintedDate | null {
  for (const pattern of patterns) {
    const match = pattern.exec(line);
    const date = match && read(match, words);
    if (date) return date;
  }
  return null;
}

function read(match: RegExpExecArray, words: NewsWords): PrintedDate | null {
  const { day, month, year, first, second } = match.groups ?? {};
  const span = { start: match.index, end: match.index + match[0].length };
  const y = year === undefined ? null : Number(year);
  const [m, d] = first && second ? dayAndMonth(Number(first), Number(second)) : [monthNumber(month, words), Number(day)];
  return isDay(y ?? 2000, m, d) ? { ...span, year: y, month: m, day: d } : null;
}

function dayAndMonth(first: number, second: number): [number, number] {
  if (first > 12) return [second, first];
  return second > 12 || first === second ? [first, second] : [0, 0];
}

const monthNumber = (month: string | undefined, words: NewsWords): number =>
  Number(words.month.get(month?.toLowerCase() ?? '') ?? month ?? 0);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + leap;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** ISO day of a printed date; `year` stands in where the date names none. Null if neither does. */
export function toIsoDay(date: PrintedDate, year: number | null = null): string | null {
  const y = date.year ?? year;
  return y !== null && isDay(y, date.month, date.day) ? `${y}-${pad(date.month)}-${pad(date.day)}` : null;
}

/** True for a calendar day written YYYY-MM-DD. */
export function isIsoDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}
