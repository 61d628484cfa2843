import { expect, test } from 'vitest';
import type { DemarcheError } from '../../src/model/errors.ts';
import { parseNewsWords } from '../../src/text/words.ts';

test('words by kind, without regard to case; agencies keep theirs too', () => {
  const words = parseNewsWords('# comment\nkind\ttext\tvalue\nmonth\tMayo\t5\nagency\tAFP\n\n', 'words.tsv');
  expect(words.month.get('mayo')).toBe('5');
  expect(words.agencyNames.has('AFP')).toBe(true);
  expect(words.agencyNames.has('afp')).toBe(false);
});

test.each([
  ['kind\ttext\nmonths\tMay\t5\n', /unknown kind "months"/],
  ['kind\ttext\nmonth\t\t5\n', /without a word/],
])('%j is refused with its line', (table, message) => {
  try {
    parseNewsWords(table, 'words.tsv');
    expect.unreachable();
  } catch (error) {
    expect((error as DemarcheError).message).toMatch(message);
    expect((error as DemarcheError).location).toEqual({ file: 'words.tsv', line: 2 });
  }
});
