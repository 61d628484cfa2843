import { describe, expect, it } from 'vitest';
import { distinct, sampleBase, withWords } from './sample.ts';

const sample = sampleBase();
const { ask } = sample;

describe('competency questions about voices, on the sample article', () => {
  it('2 Who speaks for each?', async () => {
    expect(distinct(await ask('speakers', { of: 'China' }), 'speaker', 'role')).toEqual([
      ['Lin Jian', 'Foreign Ministry spokesman'],
    ]);
    expect(distinct(await ask('speakers', { of: 'Russia' }), 'speaker', 'role')).toEqual([
      ['Andrei Rudenko', 'Deputy Foreign Minister'],
      ['Sergey Lavrov', 'Foreign Minister'],
      ['Vladimir Putin', 'President'],
    ]);
  });

  describe('4 Which words are direct quotes, by whom?', () => {
    const QUOTES = [
      ['We firmly oppose NATO acting', 'Lin Jian', 'unquotedDirect'],
      ["NATO's so-called security is, in most cases", 'Lin Jian', 'direct'],
      ['The alliance must not use China', 'Lin Jian', 'direct'],
      ['We do not expect anything from this summit', 'Andrei Rudenko', 'direct'],
      ['The decisions taken there will not lead', 'Andrei Rudenko', 'direct'],
    ] as const;

    it.each(QUOTES)('%s', async (words, speaker, voice) => {
      expect(distinct(withWords(await ask('quotes'), 'words', words), 'speaker', 'voice')).toEqual([[speaker, voice]]);
    });

    it('no others, and no quotation mark is taken for a word', async () => {
      const rows = await ask('quotes');
      expect(rows.filter((row) => QUOTES.every(([words]) => withWords([row], 'words', words).length === 0))).toEqual([]);
      expect(rows.filter((row) => /^[“”"]|[“”"]$/.test(String(row.words)))).toEqual([]);
    });
  });

  it('8 Which regions does each name?', async () => {
    expect(distinct(await ask('places-named', { by: 'China' }), 'place')).toEqual([['Asia-Pacific']]);
    const onlyPlaces = new Set((await ask('places-only')).map((row) => row.country));
    const russia = (await ask('places-named', { by: 'Russia' })).filter((row) => !onlyPlaces.has(row.place));
    expect(distinct(russia, 'place')).toEqual([['Ukraine']]);
    const eastward = withWords(await ask('grievances', { by: 'Russia', against: 'NATO' }), 'issue', "NATO's eastward advance");
    expect(distinct(eastward, 'voicedBy')).toEqual([['Vladimir Putin']]);
  });

  it('11 What is NATO called?', async () => {
    const rows = (await ask('names-of', { actor: 'NATO' })).filter((row) => row.kind !== 'pronoun');
    expect([...new Set(rows.map((row) => String(row.name).replace(/^The /, 'the ')))].sort()).toEqual([
      'NATO',
      'North Atlantic Treaty Organization',
      'the Atlantic alliance',
      'the alliance',
      'the transatlantic mechanism',
    ]);
  });

  it('12 What role did X hold, by this article?', async () => {
    expect(distinct(await ask('roles'), 'holder', 'role', 'organisation', 'inferred')).toEqual([
      ['Andrei Rudenko', 'Deputy Foreign Minister', 'Russia', true],
      ['Lin Jian', 'Foreign Ministry spokesman', 'Chinese Foreign Ministry', false],
      ['Sergey Lavrov', 'Foreign Minister', 'Russia', false],
      ['Vladimir Putin', 'President', 'Russia', false],
    ]);
  });

  it('19 What is only claimed, and by whom?', async () => {
    const rows = await ask('claimed-only');
    expect(distinct(rows, 'factuality', 'type', 'claimedBy', 'who')).toEqual([
      ['alleged', 'AID', 'Sergey Lavrov', 'NATO'],
      ['alleged', 'AID', 'Sergey Lavrov', 'United States'],
      ['alleged', 'ASSAULT', 'Vladimir Putin', 'Ukraine'],
    ]);
    const claims = new Set(rows.map((row) => row.claim));
    expect(claims.size).toBe(3);
    for (const words of ['supplying weapons', 'training personnel', 'genocide'])
      expect(withWords(rows, 'words', words), words).not.toEqual([]);
  });

  it('20 Which countries occur only as places?', async () => {
    expect(distinct(await ask('places-only'), 'country')).toEqual([['Germany'], ['Italy'], ['Poland'], ['United Kingdom']]);
  });

  it('21 Which loaded terms, and whose?', async () => {
    const rows = await ask('loaded-terms');
    expect(distinct(rows, 'words', 'user', 'voice')).toEqual([
      ['kyiv regime', 'Vladimir Putin', 'indirect'],
      ['so-called security', 'Lin Jian', 'direct'],
      ['special military operation', null, 'narration'],
    ]);
  });

  it('23 Which facts rest on one source?', async () => {
    const rows = await ask('single-source');
    expect(distinct(rows, 'articles', 'source')).toEqual([[1, 'La Jornada']]);
    const positions = await ask('positions');
    const stances = rows.filter((row) => row.kind === 'stance');
    expect(stances.reduce((sum, row) => sum + Number(row.claims), 0)).toBe(new Set(positions.map((row) => row.claim)).size);
    const events = rows.filter((row) => row.kind === 'event').map(({ who, what }) => ({ who, kind: what }));
    expect(distinct(events, 'who', 'kind')).toEqual(distinct(await ask('events'), 'who', 'kind'));
  });

  it('27 What was not decided, and why?', async () => {
    const rows = await ask('abstentions');
    expect(rows).not.toEqual([]);
    for (const row of rows) {
      expect(String(row.reason).length).toBeGreaterThan(5);
      expect(String(row.sentence)).toContain(row.words);
    }
  });
});
