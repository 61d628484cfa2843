import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDay, nextPeriod, PERIODS, periodName, periodStart } from '../../../src/graph/change/calendar.ts';

const DAY = 86_400_000;

describe('day numbers', () => {
  it('agree with the platform on every day of four centuries', () => {
    for (let number = dayNumber('1800-01-01'); number <= dayNumber('2200-01-01'); number++) {
      const iso = new Date(number * DAY).toISOString().slice(0, 10);
      if (isoDay(number) !== iso || dayNumber(iso) !== number) expect([isoDay(number), dayNumber(iso)]).toEqual([iso, number]);
    }
  });
});

describe('periods', () => {
  it.each([
    ['2024-07-11', 'day', '2024-07-11', '2024-07-12'],
    ['2024-07-11', 'week', '2024-W28', '2024-07-15'],
    ['2024-07-11', 'month', '2024-07', '2024-08-01'],
    ['2024-07-11', 'quarter', '2024-Q3', '2024-10-01'],
    ['2024-07-11', 'year', '2024', '2025-01-01'],
    // 1 January 2021 was a Friday, 31 December 2024 a Tuesday (ISO 8601: the week of the Thursday).
    ['2021-01-01', 'week', '2020-W53', '2021-01-04'],
    ['2024-12-31', 'week', '2025-W01', '2025-01-06'],
  ] as const)('%s in a %s is %s, then from %s', (day, period, name, next) => {
    const start = periodStart(dayNumber(day), period);
    expect(periodName(start, period)).toBe(name);
    expect(isoDay(nextPeriod(start, period))).toBe(next);
  });

  it('follow each other without gap or overlap', () =>
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 80_000 }), fc.constantFrom(...PERIODS), (day, period) => {
        const start = periodStart(day, period);
        const next = nextPeriod(start, period);
        expect(start <= day && day < next).toBe(true);
        expect(periodStart(next - 1, period)).toBe(start);
        expect(periodStart(next, period)).toBe(next);
      }),
    ));
});
