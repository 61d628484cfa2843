import { describe, expect, it } from 'vitest';
import { resolveDates } from '../../src/language/dates.ts';

const PUBLISHED = '2024-07-11'; // a Thursday

const datesOf = (text: string, published: string | null = PUBLISHED) =>
  resolveDates(text, { start: 0, end: text.length, tokens: [] }, published).map(
    ({ start, end, value, granularity, relative }) => ({
      words: text.slice(start, end),
      value,
      granularity,
      relative,
    }),
  );

describe('dates', () => {
  it.each<[string, string, string, string]>([
    ['China yesterday spoke out', 'yesterday', '2024-07-10', 'day'],
    ['a session on Wednesday', 'Wednesday', '2024-07-10', 'day'],
    ['a session on Thursday', 'Thursday', '2024-07-11', 'day'],
    ['a session on Friday', 'Friday', '2024-07-05', 'day'],
    ['it will last until Friday', 'until Friday', '../2024-07-12', 'interval'],
    ['next Tuesday', 'next Tuesday', '2024-07-16', 'day'],
    ['last Thursday', 'last Thursday', '2024-07-04', 'day'],
    ['began this week a series', 'this week', '2024-07-08/2024-07-14', 'week'],
    ['began last week', 'last week', '2024-07-01/2024-07-07', 'week'],
    ['a vote next week', 'next week', '2024-07-15/2024-07-21', 'week'],
    ['last month', 'last month', '2024-06', 'month'],
    ['next year', 'next year', '2025', 'year'],
    ['in May 2022', 'May 2022', '2022-05', 'month'],
    ['divided since May 2022, when', 'since May 2022', '2022-05-01/..', 'interval'],
    ['Since February 24, 2022, Russia', 'Since February 24, 2022', '2022-02-24/..', 'interval'],
    ['under sanctions since 2006.', 'since 2006', '2006-01-01/..', 'interval'],
    ['joined in 2025, offered', '2025', '2025', 'year'],
    ['In July 2025, it warned', 'July 2025', '2025-07', 'month'],
    ['last December', 'last December', '2023-12', 'month'],
    ['in Bali next March', 'next March', '2025-03', 'month'],
    ['in September', 'September', '2023-09', 'month'],
    ['to parliament before June, which', 'before June', '../2024-05-31', 'interval'],
    ['a visit for March', 'March', '2024-03', 'month'],
    ['they met Monday inside', 'Monday', '2024-07-08', 'day'],
    ['June 26, 2025', 'June 26, 2025', '2025-06-26', 'day'],
    ['13 May', '13 May', '2024-05-13', 'day'],
    ['Thursday 18 April 2024', 'Thursday 18 April 2024', '2024-04-18', 'day'],
    ['by 2030', 'by 2030', '../2030-12-31', 'interval'],
    ['before May 2022', 'before May 2022', '../2022-04-30', 'interval'],
    ['between 2003 and 2011', 'between 2003 and 2011', '2003-01-01/2011-12-31', 'interval'],
    ['between May and June 2023', 'between May and June 2023', '2023-05-01/2023-06-30', 'interval'],
    ['from 5 to 7 July', 'from 5 to 7 July', '2024-07-05/2024-07-07', 'interval'],
    ['on July 9-11', 'July 9-11', '2024-07-09/2024-07-11', 'interval'],
    ['in the 1990s', 'the 1990s', '1990-01-01/1999-12-31', 'decade'],
    ['the second quarter of 2024', 'the second quarter of 2024', '2024-04-01/2024-06-30', 'quarter'],
    ['last summer', 'last summer', '2023-06-01/2023-08-31', 'season'],
    ['on 03/04/2026', '03/04/2026', '2026-03-04/2026-04-03', 'interval'],
    ['on 13/04/2026', '13/04/2026', '2026-04-13', 'day'],
    ['two weeks ago', 'two weeks ago', '2024-06-24/2024-06-30', 'week'],
    ['three days ago', 'three days ago', '2024-07-08', 'day'],
    ['over the past three years', 'the past three years', '2021-07-11/2024-07-11', 'interval'],
    ['the 2015 nuclear deal', '2015', '2015', 'year'],
  ])('reads %j', (text, words, value, granularity) => {
    expect(datesOf(text)).toMatchObject([{ words, value, granularity }]);
  });

  it.each([
    'March on Washington',
    'Theresa May said',
    'flew for 74 minutes',
    'in 2500 cases',
    'Black Friday',
    'by 83 votes to 23',
    'on 31/31/2024',
  ])('finds no date in %j', (text) => {
    expect(datesOf(text)).toEqual([]);
  });

  it('leaves relative dates out without a publication date', () => {
    expect(datesOf('It began yesterday and in 2022 and on 13 May and two weeks ago', null)).toMatchObject([
      { value: '2022', relative: false },
    ]);
  });

  it('lets the tense of the governing verb decide', () => {
    const text = 'It will meet on Friday';
    const word = (index: number, form: string, start: number, upos: string, head: number, deprel: string) => ({
      index,
      form,
      lemma: form,
      upos,
      xpos: upos,
      head,
      deprel,
      start,
      end: start + form.length,
    });
    const tokens = [
      word(0, 'It', 0, 'PRON', 2, 'nsubj'),
      word(1, 'will', 3, 'AUX', 2, 'aux'),
      word(2, 'meet', 8, 'VERB', -1, 'root'),
      word(3, 'on', 13, 'ADP', 4, 'case'),
      word(4, 'Friday', 16, 'PROPN', 2, 'obl'),
    ];
    expect(resolveDates(text, { start: 0, end: text.length, tokens }, PUBLISHED)).toMatchObject([{ value: '2024-07-12' }]);
  });

  it('gives offsets into the stored text', () => {
    const text = 'Title\n\nIt was in May 2022.';
    const [date] = resolveDates(text, { start: 7, end: text.length, tokens: [] }, null);
    expect(text.slice(date!.start, date!.end)).toBe('May 2022');
  });

  it('reads the same in every time zone', () => {
    const before = process.env.TZ;
    const readings = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((zone) => {
      process.env.TZ = zone;
      return JSON.stringify(datesOf('yesterday, two days ago, a month ago and on Monday', '2024-03-01'));
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(readings).size).toBe(1);
  });
});
