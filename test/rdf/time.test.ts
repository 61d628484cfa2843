import { describe, expect, it } from 'vitest';
import { timeBounds } from '../../src/rdf/time.ts';

const show = (value: string, ongoing = false): string | null => {
  const bounds = timeBounds(value, ongoing, '2031-03-04');
  if (!bounds) return null;
  const { earliestBegin, latestBegin, earliestEnd, latestEnd, precision } = bounds;
  return `${earliestBegin ?? '-'} ${latestBegin ?? '-'} ${earliestEnd ?? '-'} ${latestEnd ?? '-'} ${precision}`;
};

describe('bounds of a date: earliest and latest begin, earliest and latest end', () => {
  it.each([
    ['2031-03-03', '2031-03-03 2031-03-03 2031-03-03 2031-03-03 day'],
    ['2031-02', '2031-02-01 2031-02-28 2031-02-01 2031-02-28 month'],
    ['2028-02', '2028-02-01 2028-02-29 2028-02-01 2028-02-29 month'],
    ['2100-02', '2100-02-01 2100-02-28 2100-02-01 2100-02-28 month'],
    ['2030', '2030-01-01 2030-12-31 2030-01-01 2030-12-31 year'],
    ['2031-02-24/2031-03-02', '2031-02-24 2031-03-02 2031-02-24 2031-03-02 interval'],
    ['2030-11/2031', '2030-11-01 2031-12-31 2030-11-01 2031-12-31 interval'],
    ['2022-02-24/..', '2022-02-24 2022-02-24 2022-02-24 - since'],
    ['2022/..', '2022-01-01 2022-12-31 2022-01-01 - since'],
    ['../2031-03-01', '- 2031-03-01 - 2031-03-01 until'],
  ])('%s', (value, expected) => expect(show(value)).toBe(expected));

  it.each([
    ['2022-02-24/..', '2022-02-24 2022-02-24 2031-03-04 - since'],
    ['2031-03-03/2031-03-09', '2031-03-03 2031-03-09 2031-03-04 - interval'],
    ['2031-05', '2031-05-01 2031-05-31 2031-05-01 - month'],
  ])('%s, still going on at publication, ends then at the earliest', (value, expected) =>
    expect(show(value, true)).toBe(expected),
  );

  it.each([
    '',
    'yesterday',
    '2031-13',
    '2031-02-29',
    '2031-04-31',
    '2031-00-10',
    '31-03-04',
    '../..',
    '2031/2030',
    '2030/2031/2032',
    '2031-3-4',
  ])('%j is no date', (value) => expect(show(value)).toBeNull());
});
