/** Stretches of days with the granularity in which they were named. */
import type { DateGranularity } from '../../model/syntax.ts';
import { type Day, dayOf, isoDay, monthStart, weekdayOf } from './calendar.ts';

/** From `first` to `last` inclusive; null where open. */
export interface Period {
  readonly first: Day | null;
  readonly last: Day | null;
  readonly granularity: DateGranularity;
  /** True when the publication date was needed. */
  readonly relative: boolean;
}

const make = (first: Day | null, last: Day | null, granularity: DateGranularity, relative: boolean): Period => ({
  first,
  last,
  granularity,
  relative,
});

export const dayPeriod = (day: Day, relative: boolean): Period => make(day, day, 'day', relative);

/** The week from Monday to Sunday that holds `day`. */
export const weekPeriod = (day: Day, relative: boolean): Period => {
  const monday = day - weekdayOf(day);
  return make(monday, monday + 6, 'week', relative);
};

/** Month `month` of `year`; months beyond 1 … 12 run on into other years. */
export const monthPeriod = (year: number, month: number, relative: boolean): Period =>
  make(monthStart(year, month), monthStart(year, month + 1) - 1, 'month', relative);

export const quarterPeriod = (year: number, quarter: number, relative: boolean): Period =>
  make(monthStart(year, quarter * 3 - 2), monthStart(year, quarter * 3 + 1) - 1, 'quarter', relative);

/** Northern seasons by whole months: spring March to May (1), summer (2), autumn (3), winter December to February (4). */
export const seasonPeriod = (year: number, season: number, relative: boolean): Period =>
  make(monthStart(year, season * 3), monthStart(year, season * 3 + 3) - 1, 'season', relative);

export const yearPeriod = (year: number, relative: boolean): Period =>
  make(dayOf(year, 1, 1), dayOf(year, 12, 31), 'year', relative);

export const decadePeriod = (year: number): Period => make(dayOf(year, 1, 1), dayOf(year + 9, 12, 31), 'decade', false);

export const interval = (first: Day | null, last: Day | null, relative: boolean): Period =>
  make(first, last, 'interval', relative);

/** The stretch from the beginning of one period to the end of another, or null if they are out of order. */
export const spanning = (from: Period, to: Period): Period | null =>
  from.first !== null && to.last !== null && from.first <= to.last
    ? interval(from.first, to.last, from.relative || to.relative)
    : null;

/** `2024-07-11`, `2024-07`, `2024`, or `A/B` with `..` for an open end. */
export const isoValue = ({ first, last, granularity }: Period): string => {
  if (granularity === 'day') return isoDay(first!);
  if (granularity === 'month') return isoDay(first!).slice(0, 7);
  if (granularity === 'year') return isoDay(first!).slice(0, 4);
  return `${first === null ? '..' : isoDay(first)}/${last === null ? '..' : isoDay(last)}`;
};
