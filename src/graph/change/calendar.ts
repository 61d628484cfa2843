/*
 * Day numbers without clocks and time zones. Reference: E. M. Reingold and N. Dershowitz, Calendrical Calculations
 * (4th edition, 2018), chapter 2 (Gregorian calendar) and chapter 5 (ISO weeks).
 */

/** Days since 1 January 1970 of an ISO day (YYYY-MM-DD). */
export function dayNumber(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The ISO day of a day number. */
export function isoDay(number: number): string {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1, 2)}`;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** Day number of the first day of the period that a day lies in. */
export function periodStart(day: number, period: Period): number {
  const iso = isoDay(day);
  switch (period) {
    case 'day':
      return day;
    case 'week':
      return day - weekday(day);
    case 'month':
      return dayNumber(`${iso.slice(0, 7)}-01`);
    case 'quarter':
      return dayNumber(`${iso.slice(0, 4)}-${pad(3 * quarterOf(iso) - 2, 2)}-01`);
    case 'year':
      return dayNumber(`${iso.slice(0, 4)}-01-01`);
  }
}

/** Longest period of each kind in days: from one start it leads into the next period. */
const REACH: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** Day number of the first day of the period after the one that starts at `start`. */
export const nextPeriod = (start: number, period: Period): number => periodStart(start + REACH[period], period);

/** Name of the period that starts at a day: 2024-07-11, 2024-W28, 2024-07, 2024-Q3, 2024. */
export function periodName(start: number, period: Period): string {
  const iso = isoDay(start);
  switch (period) {
    case 'day':
      return iso;
    case 'week':
      return weekName(start);
    case 'month':
      return iso.slice(0, 7);
    case 'quarter':
      return `${iso.slice(0, 4)}-Q${quarterOf(iso)}`;
    case 'year':
      return iso.slice(0, 4);
  }
}

/** 0 Monday to 6 Sunday; 1 January 1970 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

const quarterOf = (iso: string): number => Math.floor((Number(iso.slice(5, 7)) + 2) / 3);

/** A week belongs to the year of its Thursday (ISO 8601). */
function weekName(monday: number): string {
  const year = isoDay(monday + 3).slice(0, 4);
  const week = Math.floor((monday + 3 - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${pad(week, 2)}`;
}
