import { describe, expect, it } from 'vitest';
import { distinct, type Row, sampleBase, withWords } from './sample.ts';

const sample = sampleBase();
const { ask } = sample;

describe('competency questions about stances, on the sample article', () => {
  it('1 Who opposes NATO?', async () => {
    expect(distinct(await ask('opponents', { actor: 'NATO' }), 'opponent')).toEqual([['China'], ['Russia']]);
  });

  describe('3 What does China hold against NATO?', () => {
    const GRIEVANCES = [
      ['its advance to the Asia-Pacific', 'advance of the North Atlantic Treaty Organization (NATO) towards the Asia-Pacific'],
      ['naming China a threat', 'mentioned as a threat'],
      ['inciting confrontation by criticising Beijing-Moscow relations', 'criticism of relations between Beijing and Moscow'],
      ['acting beyond a regional defensive alliance', 'beyond its characterization as a regional defensive alliance'],
      ["security at others' expense", 'based on the insecurity of others'],
      ['using China as a pretext', 'use China to justify'],
    ] as const;
    const grievances = (): Promise<Row[]> => ask('grievances', { by: 'China', against: 'NATO' });

    it.each(GRIEVANCES)('%s', async (_matter, words) => {
      expect(withWords(await grievances(), 'issue', words)).not.toEqual([]);
    });

    it('nothing else', async () => {
      const others = (await grievances()).filter((row) =>
        GRIEVANCES.every(([, words]) => withWords([row], 'issue', words).length === 0),
      );
      expect(others.map((row) => row.issue)).toEqual([]);
    });

    it('it urges a real contribution to peace', async () => {
      const urged = withWords(
        await ask('requests', { by: 'China', of: 'NATO' }),
        'issue',
        'make a real contribution to global peace',
      );
      expect(distinct(urged, 'act', 'voicedBy')).toEqual([['urge', 'Lin Jian']]);
    });
  });

  describe('5 Whom does Russia accuse, through whom, of what?', () => {
    it('whom, through whom', async () => {
      expect(distinct(await ask('accusations', { by: 'Russia' }), 'accused', 'voicedBy')).toEqual([
        ['NATO', 'Sergey Lavrov'],
        ['Ukraine', 'Vladimir Putin'],
        ['United States', 'Sergey Lavrov'],
      ]);
    });

    it.each(['United States', 'NATO'])('%s of direct involvement in Ukraine', async (accused) => {
      const rows = await ask('accusations', { by: 'Russia', against: accused });
      expect(withWords(rows, 'of', 'directly involved in the conflict in Ukraine')).not.toEqual([]);
    });

    it('the Ukrainian government of genocide, inside a claim', async () => {
      const rows = await ask('accusations', { by: 'Russia', against: 'Ukraine' });
      const alleged = rows.filter((row) => row.kind === 'alleged event');
      expect(distinct(alleged, 'voicedBy')).toEqual([['Vladimir Putin']]);
      const [claim] = withWords(await ask('claimed-only', { by: 'Russia' }), 'words', 'genocide');
      expect([claim?.factuality, claim?.claimedBy]).toEqual(['alleged', 'Vladimir Putin']);
    });
  });

  it('6 Who asks what of whom?', async () => {
    const rows = await ask('requests');
    expect(distinct(rows, 'holder', 'asked', 'voicedBy')).toEqual([['China', 'NATO', 'Lin Jian']]);
    expect(rows).toHaveLength(2);
    expect(withWords(rows, 'issue', 'make a real contribution to global peace')).toHaveLength(1);
    expect(withWords(rows, 'issue', 'must not use China to justify')).toHaveLength(1);
  });

  it('7 Where do China and Russia agree?', async () => {
    const rows = await ask('common-ground', { actor: 'China', other: 'Russia' });
    // Beside the expansion both also hold the alliance to be a security risk, again on the level of a parent topic.
    expect(distinct(rows, 'polarity', 'topic')).toEqual([
      ['oppose', 'Alliance expansion'],
      ['oppose', 'Security'],
    ]);
    const parents = new Map((await ask('topics')).map((row) => [row.topic, row.parent]));
    expect(rows.map((row) => parents.get(row.topic))).not.toContain(undefined);
    expect(rows.filter((row) => parents.get(row.topic) !== null)).toEqual([]);
  });

  it('9 Any support or cooperation?', async () => {
    expect(await ask('supporters')).toEqual([]);
    expect((await ask('positions', { polarity: 'support' })).map((row) => row.sentence)).toEqual([]);
    const rows = await ask('cooperation');
    expect(distinct(rows, 'kind', 'what')).toEqual([['done', 'COOPERATE']]);
    expect(await ask('cooperation', { actor: 'Belarus' })).toEqual(rows);
    expect(await ask('cooperation', { actor: 'China' })).toEqual(rows);
  });

  it('10 Who is talked about and never heard?', async () => {
    expect(distinct(await ask('unheard'), 'actor')).toEqual([['Belarus'], ['NATO'], ['Ukraine'], ['United States']]);
  });

  it('22 What stands in the headline alone?', async () => {
    const rows = await ask('headline-only');
    expect(distinct(rows, 'holder', 'polarity', 'target', 'sentence')).toEqual([
      ['China', 'oppose', 'NATO', 'Moscow and Beijing against the expansion of the alliance'],
      ['Russia', 'oppose', 'NATO', 'Moscow and Beijing against the expansion of the alliance'],
    ]);
    expect(withWords(rows, 'issue', 'the expansion of the alliance')).toEqual(rows);
  });

  it('24 What are the blocs?', async () => {
    const { blocs, warnings, unaligned } = await sample.kb.blocs({}, ['stance', 'action']);
    const members = blocs.map((bloc) => bloc.members.map(({ label }) => label).sort());
    expect(members.sort()).toEqual([
      ['Belarus', 'China', 'Russia'],
      ['NATO', 'Ukraine', 'United States'],
    ]);
    expect(unaligned).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain('no-cycles');
  });

  it('25 Any frustrated edge?', async () => {
    for (const layers of [['stance'], ['stance', 'action']] as const) {
      const balance = await sample.kb.balance({}, layers);
      expect([balance.frustrated, balance.frustrationIndex]).toEqual([[], 0]);
      expect(balance.negative).toBeGreaterThan(0);
    }
  });

  it('26 Who is opposed by most?', async () => {
    const [most, ...others] = await ask('most-opposed');
    expect([most?.target, most?.opponents]).toEqual(['NATO', 2]);
    expect(others.every((row) => Number(row.opponents) < 2)).toBe(true);
  });
});
