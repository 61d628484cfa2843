import { describe, expect, test } from 'vitest';
import { blocksOf, read } from './helpers.ts';

/** Reads `opening` as first paragraph below a headline; returns dateline text, place and the day. */
const open = (opening: string, isPlaceName?: (name: string) => boolean) => {
  const document = read(`Talks go on\n\n${opening}\n\nThe envoy left.\n`, { isPlaceName });
  const dateline = blocksOf(document).find((block) => block.startsWith('dateline|'));
  return {
    dateline: dateline?.slice(9) ?? null,
    place: document.dateline?.place ?? null,
    published: document.published,
    document,
  };
};

describe('datelines', () => {
  test.each([
    ['Vienna. Austria yesterday spoke out against the plan.', 'Vienna.', 'Vienna', null],
    [
      'UNITED NATIONS, June 26, 2025 (Corrant) - The Council met.',
      'UNITED NATIONS, June 26, 2025 (Corrant) -',
      'UNITED NATIONS',
      '2025-06-26',
    ],
    [
      'NEW DELHI, September 11, 2026. /VESTA/. Leaders called for it.',
      'NEW DELHI, September 11, 2026. /VESTA/.',
      'NEW DELHI',
      '2026-09-11',
    ],
    ['NICOSIA, Cyprus (UP) — The leaders met.', 'NICOSIA, Cyprus (UP) —', 'NICOSIA', null],
    ['KYIV, July 4 (Reuters) - Ukraine said so.', 'KYIV, July 4 (Reuters) -', 'KYIV', null],
    ['GENEVA — “Nobody wants it,” she said.', 'GENEVA —', 'GENEVA', null],
    ['BERLIN (dpa) – Germany refused.', 'BERLIN (dpa) –', 'BERLIN', null],
    ['BERLIN (dpa) Germany refused.', 'BERLIN (dpa)', 'BERLIN', null],
    ['LONDON/PARIS, 3 May (Reuters) - Both refused.', 'LONDON/PARIS, 3 May (Reuters) -', 'LONDON', null],
    ['WASHINGTON, D.C. – The two met.', 'WASHINGTON, D.C. –', 'WASHINGTON', null],
    ['Port-au-Prince, Haiti (AP) -- Gangs advanced.', 'Port-au-Prince, Haiti (AP) --', 'Port-au-Prince', null],
    [
      'RIO DE JANEIRO, 6 de julio de 2025 (EFE).- Los líderes se reunieron.',
      'RIO DE JANEIRO, 6 de julio de 2025 (EFE).-',
      'RIO DE JANEIRO',
      '2025-07-06',
    ],
    ['MOSCOW, June 26 - RIA Novosti. Russia refused.', 'MOSCOW, June 26 - RIA Novosti.', 'MOSCOW', null],
    ['MINSK, 5 June (BelTA). The ministers met.', 'MINSK, 5 June (BelTA).', 'MINSK', null],
    ['Moscow, 11 July 2024 – Russia refused.', 'Moscow, 11 July 2024 –', 'Moscow', '2024-07-11'],
    ['(CNN) — The two met.', '(CNN) —', null, null],
    ['St. Petersburg, June 3 - The forum opened.', 'St. Petersburg, June 3 -', 'St. Petersburg', null],
    ['KYIV—Ukraine said so.', 'KYIV—', 'KYIV', null],
  ])('%s', (opening, expected, place, published) => {
    const result = open(opening);
    expect(result.dateline).toBe(expected);
    expect(result.place).toBe(place);
    expect(result.published).toBe(published);
  });

  test.each([
    ['a sentence of one word', 'Enough. The minister had heard it all before.'],
    ['a word that occurs without a capital', 'Hunger. The word hunger came up often.'],
    ['a title', 'Gen. Petrov said the army was ready.'],
    ['an abbreviated country', 'U.S. President Harlan Brody said so.'],
    ['an apposition between dashes', 'NATO — which has 32 members — met.'],
    ['a compound with an acronym', 'World Health Organization (WHO) Director Lee said so.'],
    ['a plain sentence', 'China condemned the launch. Japan agreed.'],
    ['a hyphen inside a word', 'U.S.-led forces left.'],
    ['a range of years', 'The 2022–2023 talks failed.'],
    ['a quotation', '"Peace," she said — "Peace above all."'],
    ['initials', 'N. Korea fired a missile.'],
    ['a title after a weekday', 'On Saturday, Sen. Ana Ruiz refused.'],
    ['an adjective before initials', 'Republican U.S. Senator Ana Ruiz refused.'],
    ['a label in capitals', 'BUSTED: The plan failed. Nobody came.'],
    ['a kind of text', 'Exclusive Excerpt – The plan failed.'],
  ])('none: %s', (_why, opening) => {
    expect(open(opening).dateline).toBeNull();
  });

  test('where places are known, a word alone must be one', () => {
    const isPlace = (name: string): boolean => ['Quito', 'Ecuador'].includes(name);
    expect(open('Quito. The two met.', isPlace).dateline).toBe('Quito.');
    expect(open('Quito: The two met.', isPlace).dateline).toBe('Quito:');
    expect(open('Rumours. The two met.', isPlace).dateline).toBeNull();
  });

  test('a speaker label is no dateline', () => {
    const text = 'Interview\n\nEcuador: We refuse.\n\nPeru: We refuse as well.\n';
    expect(read(text, { isPlaceName: () => true }).dateline).toBeNull();
  });

  test('only the first paragraph has one', () => {
    const document = read('Talks go on\n\nThe envoy left for home.\n\nGENEVA — The Council met.\n');
    expect(document.dateline).toBeNull();
  });

  test('a dateline on a line of its own', () => {
    const document = read('Talks go on\n\nBEIJING, July 11, 2024 (Xinhua)\n\nChina welcomed the talks.\n');
    expect(blocksOf(document)[1]).toBe('dateline|BEIJING, July 11, 2024 (Xinhua)');
    expect(document.published).toBe('2024-07-11');
  });

  test('a year is completed only from a copyright line', () => {
    const text = 'Talks go on\n\nKYIV, July 4 (Reuters) - Ukraine said in 2022 that it would.\n\nThe envoy left.\n';
    expect(read(text).published).toBeNull();
    expect(read(`${text}\n© 2025 Reuters\n`).published).toBe('2025-07-04');
    expect(read(text, { published: '2024-07-05' }).published).toBe('2024-07-05');
  });

  test('offsets point at the place', () => {
    const { document } = open('NICOSIA, Cyprus (UP) — The leaders met.');
    const span = document.dateline!.placeSpan!;
    expect(document.text.slice(span.start, span.end)).toBe('NICOSIA');
    expect(document.text.slice(document.dateline!.start, document.dateline!.end)).toBe('NICOSIA, Cyprus (UP) —');
  });
});
