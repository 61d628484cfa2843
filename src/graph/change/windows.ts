import { dayNumber, isoDay, nextPeriod, type Period, periodName, periodStart } from './calendar.ts';
import { type Kernel, kernelReach, kernelWeight } from './kernels.ts';

/** Windows one after another, as long as calendar periods. */
export interface FixedWindows {
  readonly period: Period;
}

/** Windows that overlap: one around every `step`-th day. */
export interface SlidingWindows {
  /** Half the width of a window in days (for the Gaussian kernel its standard deviation). */
  readonly bandwidth: number;
  readonly kernel: Kernel;
  /** Days from one window to the next. */
  readonly step: number;
}

export type WindowRule = FixedWindows | SlidingWindows;

/** A stretch of time; both days belong to it. */
export interface TimeWindow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** How much something of an ISO day counts, from 0 to 1. */
  weight(day: string): number;
}

/** Most windows that are made; a longer stretch needs longer periods or steps. */
export const MAX_WINDOWS = 5000;

/**
 * The windows from the first to the last of some ISO days, empty ones included. None without a day.
 * @throws RangeError if there would be more than `MAX_WINDOWS`
 */
export function timeWindows(days: readonly string[], rule: WindowRule): TimeWindow[] {
  if (days.length === 0) return [];
  const numbers = days.map(dayNumber);
  const first = numbers.reduce((a, b) => Math.min(a, b));
  const last = numbers.reduce((a, b) => Math.max(a, b));
  return 'period' in rule ? fixed(first, last, rule.period) : sliding(first, last, rule);
}

function fixed(first: number, last: number, period: Period): TimeWindow[] {
  const windows: TimeWindow[] = [];
  for (let start = periodStart(first, period); start <= last; start = nextPeriod(start, period)) {
    const from = isoDay(start);
    const to = isoDay(nextPeriod(start, period) - 1);
    add(windows, { name: periodName(start, period), from, to, weight: (day) => (from <= day && day <= to ? 1 : 0) });
  }
  return windows;
}

function sliding(first: number, last: number, { bandwidth, kernel, step }: SlidingWindows): TimeWindow[] {
  const reach = Math.floor(kernelReach(kernel, bandwidth));
  const windows: TimeWindow[] = [];
  for (let centre = first; centre < last + step; centre += step)
    add(windows, {
      name: isoDay(centre),
      from: isoDay(centre - reach),
      to: isoDay(centre + reach),
      weight: (day) => kernelWeight(kernel, dayNumber(day) - centre, bandwidth),
    });
  return windows;
}

function add(windows: TimeWindow[], window: TimeWindow): void {
  if (windows.length === MAX_WINDOWS) throw new RangeError(`more than ${MAX_WINDOWS} windows`);
  windows.push(window);
}
