import { describe, expect, it } from 'vitest';
import { distinct, sampleBase, TEXT, withWords } from './sample.ts';

const sample = sampleBase();
const { ask } = sample;

describe('competency questions about events and evidence, on the sample article', () => {
  describe('13 What happened on 2024-07-10?', () => {
    it('China spoke out against the advance, certainly', async () => {
      const rows = (await ask('on-day', { day: '2024-07-10' })).filter((row) => row.certainty === 'certain');
      const event = rows.filter((row) => row.kind === 'event' && row.who === 'China' && row.whom === 'NATO');
      expect(withWords(event, 'sentence', 'spoke out against the advance')).not.toEqual([]);
    });

    it('others possible, not certain', async () => {
      const rows = await ask('on-day', { day: '2024-07-10' });
      const others = rows.filter((row) => row.who !== 'China');
      expect(others).not.toEqual([]);
      expect(others.map((row) => row.certainty)).not.toContain('certain');
      // The operation that goes on since 2022 is under way on that day; it is not what happened then.
      expect(others.filter((row) => row.certainty === 'under way').map((row) => row.who)).toEqual(['Russia']);
    });
  });

  it('14 What began in the week of 2024-07-08?', async () => {
    const rows = await ask('began-in', { from: '2024-07-08', to: '2024-07-14' });
    expect(distinct(rows, 'certainty', 'type', 'date', 'dateText')).toEqual([
      ['certain', 'COOPERATE', '2024-07-08/2024-07-14', 'this week'],
    ]);
    expect(rows).toHaveLength(2);
    for (const country of ['Chin', 'Belarus']) expect(withWords(rows, 'who', country), country).toHaveLength(1);
  });

  it('15 What came before the summit statement?', async () => {
    const rows = await ask('order');
    expect(distinct(rows, 'earlierWho', 'laterWho')).toEqual([['Andrei Rudenko', 'NATO']]);
    expect(withWords(rows, 'earlier', 'aimed at aggravating the situation in Ukraine')).toEqual(rows);
    expect(withWords(rows, 'later', 'statement')).toEqual(rows);
  });

  it('16 What is ongoing, since when?', async () => {
    const rows = await ask('ongoing');
    expect(distinct(rows, 'type', 'who', 'whom', 'since', 'place')).toEqual([
      ['ASSAULT', 'Russia', 'Ukraine', '2022-02-24', 'Ukraine'],
    ]);
    expect(withWords(rows, 'sentence', 'special military operation in Ukraine')).toEqual(rows);
  });

  it('17 Which events have no date?', async () => {
    const rows = await ask('undated');
    const of = (factuality: string): unknown[][] =>
      distinct(
        rows.filter((row) => row.factuality === factuality),
        'type',
        'who',
      );
    expect(of('alleged')).toEqual([
      ['AID', 'NATO'],
      ['AID', 'United States'],
      ['ASSAULT', 'Ukraine'],
    ]);
    expect(of('planned').concat(of('denied'))).toEqual([]);
    const asserted = rows.filter((row) => row.factuality === 'asserted');
    expect(distinct(asserted, 'who')).toEqual([['NATO']]);
    expect(new Set(asserted.map((row) => row.claim)).size).toBe(2);
    expect(withWords(asserted, 'words', 'summit')).not.toEqual([]);
    expect(withWords(asserted, 'words', 'statement')).not.toEqual([]);
  });

  it('18 Who exercises with whom, where?', async () => {
    const rows = await ask('exercises');
    expect(rows).toHaveLength(1);
    const parties = [rows[0]?.one, rows[0]?.two].map(String).sort();
    expect(parties[0]).toMatch(/^Belarus\w*\b/);
    expect(parties[1]).toMatch(/^Chin\w*\b/);
    expect(distinct(rows, 'type', 'date', 'place', 'country')).toEqual([
      ['COOPERATE', '2024-07-08/2024-07-14', 'Brest, Belarus', 'BLR'],
    ]);
    const types = new Map((await ask('actors')).map((row) => [row.actor, row.type]));
    expect(parties.map((party) => types.get(party))).toEqual(['Military', 'Military']);
  });

  describe('28 The sentence behind every fact?', () => {
    it('every quotation is found again verbatim, within its sentence', async () => {
      const rows = await ask('evidence');
      for (const row of rows) {
        expect(TEXT.slice(Number(row.start), Number(row.end))).toBe(row.quote);
        expect(TEXT).toContain(row.sentence);
        expect(String(row.quote)).not.toBe('');
      }
      expect(rows.length).toBeGreaterThan(20);
    });

    it('no claim is without one', async () => {
      const behind = new Set((await ask('evidence')).map((row) => row.about));
      for (const question of [
        'positions',
        'statements',
        'events',
        'claimed-only',
        'roles',
        'loaded-terms',
        'order',
        'abstentions',
      ])
        for (const row of await ask(question)) expect(behind, question).toContain(row.claim);
    });

    it('the base is whole', async () => {
      const { findings, unchecked, checked } = await sample.kb.check();
      expect([findings, unchecked]).toEqual([[], 0]);
      expect(checked.quotations).toBeGreaterThan(20);
    });
  });
});
