/**
 * Expressions that count from the publication day ("two weeks ago", "in three days", "a year earlier"), read by
 * chrono-node. Only what chrono knows, not what it fills in, decides the granularity.
 */
// The English grammar alone: the package's entry would load those of all its languages.
import * as en from 'chrono-node/en';
import { civilOf, type Day, dayOf, isDay } from './calendar.ts';
import { dayPeriod, monthPeriod, type Period, weekPeriod, yearPeriod } from './period.ts';

const WORTH_READING =
  /\b(?:ago|from now|in (?:an?|\d+|two|three|four|five|six|seven|eight|nine|ten|a few|several) (?:day|week|month|year)s?)\b/i;
const COUNTED = /\b(day|week|month|year)s?\b.*\b(?:ago|from now)$|^in .*\b(day|week|month|year)s?$/i;

/** A period with its place in the text it was read from. */
export interface FoundPeriod {
  readonly index: number;
  readonly length: number;
  readonly period: Period;
}

export const readCounted = (text: string, published: Day | null): FoundPeriod[] => {
  if (published === null || !WORTH_READING.test(text)) return [];
  const { year, month, day } = civilOf(published);
  const instant = new Date(Date.UTC(year, month - 1, day, 12));
  const found: FoundPeriod[] = [];
  for (const result of en.casual.parse(text, { instant, timezone: 0 })) {
    const unit = COUNTED.exec(result.text);
    if (lastsThatLong(text, result.index + result.text.length, result.text)) continue;
    const at = [result.start.get('year'), result.start.get('month'), result.start.get('day')];
    if (!unit || at[0] == null || at[1] == null || at[2] == null || !isDay(at[0], at[1], at[2])) continue;
    const period = periodOf((unit[1] ?? unit[2])!.toLowerCase(), dayOf(at[0], at[1], at[2]));
    found.push({ index: result.index, length: result.text.length, period });
  }
  return found;
};

/** "in 25 years of talks", "in ten years, prices …": a length of time and no point in it, unless the clause looks ahead. */
const lastsThatLong = (text: string, end: number, words: string): boolean =>
  /^in /i.test(words) && /^ of\b/i.test(text.slice(end));

const periodOf = (unit: string, day: Day): Period => {
  const { year, month } = civilOf(day);
  if (unit === 'day') return dayPeriod(day, true);
  if (unit === 'week') return weekPeriod(day, true);
  return unit === 'month' ? monthPeriod(year, month, true) : yearPeriod(year, true);
};
