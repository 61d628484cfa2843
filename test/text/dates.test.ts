import { describe, expect, test } from 'vitest';
import { findDate, findYearlessDate, isIsoDay, toIsoDay } from '../../src/text/dates.ts';
import { shippedNewsWords } from '../../src/text/words.ts';

const words = shippedNewsWords();

describe('findDate', () => {
  test.each([
    ['Thursday, July 11, 2024, p. 24', '2024-07-11'],
    ['Thursday 18 April 2024', '2024-04-18'],
    ['Koror, Thursday 3 September 2026', '2026-09-03'],
    ['May 13, 2025', '2025-05-13'],
    ['13-May-2025', '2025-05-13'],
    ['Sept. 3, 2026', '2026-09-03'],
    ['3rd of June 2021', '2021-06-03'],
    ['2024-07-11', '2024-07-11'],
    ['2024-07-11T10:02:00Z', '2024-07-11'],
    ['2024/7/1', '2024-07-01'],
    ['jueves 11 de julio de 2024', '2024-07-11'],
    ['11 de setiembre del 2023', '2023-09-11'],
    ['11.07.2024', '2024-07-11'],
    ['07/23/2024', '2024-07-23'],
    ['23/07/2024', '2024-07-23'],
    ['05/05/2024', '2024-05-05'],
    ['29 February 2024', '2024-02-29'],
  ])('%s', (line, iso) => {
    const date = findDate(line, words);
    expect(date && toIsoDay(date)).toBe(iso);
  });

  test.each([
    ['day and month cannot be told apart', '04/07/2026'],
    ['no such day', '31 April 2024'],
    ['no leap year', '29 February 2023'],
    ['no year', 'July 11'],
    ['a longer number', '120 May 20245'],
    ['a month as a verb', 'It may 2024'],
  ])('none: %s', (_why, line) => {
    expect(findDate(line, words)).toBeNull();
  });

  test('a date without a year takes the one it is given', () => {
    const date = findYearlessDate('KYIV, July 4', words);
    expect(date && toIsoDay(date)).toBeNull();
    expect(date && toIsoDay(date, 2025)).toBe('2025-07-04');
    const leap = findYearlessDate('29 February', words);
    expect(leap && toIsoDay(leap, 2023)).toBeNull();
  });
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-7-1', false],
  ['2024-13-01', false],
  ['today', false],
])('isIsoDay(%s) is %s', (value, expected) => {
  expect(isIsoDay(value)).toBe(expected);
});
