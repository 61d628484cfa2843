import { describe, expect, it } from 'vitest';
import type { NetworkKind } from '../../src/app/formats.ts';
import { rowsOf } from '../sparql/helpers.ts';
import { distinct, sampleBase, TEXT, withWords } from './sample.ts';

const sample = sampleBase();
const { ask } = sample;

/** Pairs joined by any tie of a network that takes in all it can. */
async function pairs(kind: NetworkKind): Promise<string[]> {
  const network = await sample.kb.network(kind, { verbal: true, factuality: true, presupposed: true });
  const label = (id: string): string => network.getNodeAttribute(id, 'label');
  return network.mapEdges((_edge, _attributes, source, target) => [label(source), label(target)].sort().join(' – '));
}

describe('wrong answers do not appear', () => {
  it('Washington or 9-11 July as place or date of the summit', async () => {
    expect(await sample.kb.export('trig')).not.toContain('Washington');
    const summit = [...withWords(await ask('undated', { speech: 'true' }), 'words', 'summit')];
    expect(distinct(summit, 'type')).not.toEqual([]);
    const events = await ask('events');
    const dated = events.filter((row) => row.date !== null && row.kind === 'CONSULT');
    expect(dated).toEqual([]);
    const placed = events.filter((row) => row.place !== null && row.who === 'NATO');
    expect(placed).toEqual([]);
  });

  it("People's Liberation Army or the name of the exercise", async () => {
    const graph = await sample.kb.export('trig');
    expect(graph).not.toMatch(/Liberation|PLA\b|Assault[ -]2024|Eagle/);
  });

  it('any edge from Russia to the United Kingdom, Germany, Italy or Poland', async () => {
    const names = (await ask('actors')).map((row) => row.actor);
    const ties: string[] = [];
    for (const kind of ['stance', 'action', 'congruence', 'conflict', 'affiliation'] as const) ties.push(...(await pairs(kind)));
    expect(ties).toContain('NATO – Russia');
    for (const country of ['United Kingdom', 'Germany', 'Italy', 'Poland']) {
      expect(ties.filter((tie) => tie.includes(country))).toEqual([]);
      expect(names).not.toContain(country);
    }
  });

  it('an edge between China and Russia in the stance network', async () => {
    const found = await pairs('stance');
    expect(found).toContain('China – NATO');
    expect(found).not.toContain('China – Russia');
    expect(await ask('between', { one: 'China', two: 'Russia' })).toEqual([]);
  });

  it('Beijing as an actor from the dateline', async () => {
    const start = TEXT.indexOf('Beijing. China');
    const within = `FILTER(?start >= ${start} && ?start < ${start + 8})`;
    const mentions = await sample.kb.query(
      `SELECT ?name { ?mention dem:mentionOf/rdfs:label ?name ; oa:start ?start . ${within} }`,
    );
    expect(rowsOf(mentions)).toEqual([]);
    expect((await ask('actors')).map((row) => row.actor)).not.toContain('Beijing');
  });

  it('China\'s "yesterday" carried over to Russia\'s warning', async () => {
    const said = [...(await ask('positions', { by: 'Russia' })), ...(await ask('statements', { by: 'Russia' }))];
    expect(withWords(said, 'sentence', 'Russia warned').length).toBeGreaterThan(1);
    const certain = await ask('on-day', { day: '2024-07-10', possible: 'false' });
    expect(withWords(certain, 'sentence', 'Russia warned').filter((row) => row.who === 'Russia')).toEqual([]);
    const events = (await ask('events', { actor: 'Russia' })).filter((row) => row.date === '2024-07-10');
    expect(events).toEqual([]);
  });
});
