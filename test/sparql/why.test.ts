import { describe, expect, it } from 'vitest';
import { createEngine, whyRows } from '../../src/sparql/index.ts';
import { fixtureQuads } from './fixture.ts';

const engine = createEngine(fixtureQuads());

const why = async (text: string) => {
  const result = await engine.query(text);
  if (result.kind !== 'bindings') throw new Error('expected rows');
  return (await whyRows(engine, text, result)).map((row) => row.map(({ kind, quote }) => `${kind}: ${quote}`));
};

describe('the evidence behind rows', () => {
  it('holds all that is known of it', async () => {
    const text = 'SELECT ?claim { ?claim dem:voicedBy/rdfs:label "Ada Ruhl" }';
    const result = await engine.query(text);
    if (result.kind !== 'bindings') throw new Error('expected rows');
    const sentence =
      'Before the pact issued its statement, Sudria warned that the plan would feed the war, Minister Ada Ruhl said.';
    expect(await whyRows(engine, text, result)).toEqual([
      [
        {
          claim: result.rows[0]!.get('claim')!.value,
          kind: 'position',
          quote: 'warned that the plan would feed the war',
          sentence,
          start: 335,
          end: 374,
          article: 'https://w3id.org/demarche/id/article/harbour-times',
          title: 'Norland and Sudria against the growth of the pact',
          outlet: 'The Harbour Times',
          published: '2031-03-06',
          speaker: 'Ada Ruhl',
          rule: 'frame.verb',
          confidence: 0.8,
        },
      ],
    ]);
  });

  it('is found for claims that the query does not select', async () => {
    expect(await why('SELECT ?label { ?c dem:act "thank" ; dem:holder/rdfs:label ?label }')).toEqual([
      ['position: thanked the pact'],
    ]);
  });

  it.each([
    ['a triple', '?a dem:opposes ?b'],
    ['one of several', '?a dem:opposes|dem:opposes ?b'],
    ['in a named graph', 'GRAPH graph:derived { ?a dem:opposes ?b }'],
    ['in an OPTIONAL', '?b a dem:Actor OPTIONAL { ?a dem:opposes ?b } FILTER(BOUND(?a))'],
  ])('is found behind ties that were derived from claims: %s', async (_name, pattern) => {
    const rows = await why(`SELECT DISTINCT ?a ?b { ${pattern} } ORDER BY ?a ?b`);
    expect(rows.length).toBeGreaterThan(1);
    const positions = await why('SELECT ?a ?b { ?r dem:predicate dem:opposes ; dem:from ?a ; dem:to ?b } ORDER BY ?a ?b');
    expect(positions.every((row) => row.length > 0)).toBe(true);
    expect(rows).toEqual(positions);
  });

  it('is found behind grouped ties, and not behind those that MINUS takes away', async () => {
    const [row] = await why('SELECT (COUNT(*) AS ?n) { ?a dem:opposes ?b }');
    expect(row!.length).toBeGreaterThan(1);
    const rows = await why('SELECT ?b { ?b a dem:State MINUS { ?a dem:opposes ?b } }');
    expect(rows.flat()).toEqual([]);
  });

  it('is found through grouping, HAVING and LIMIT', async () => {
    const text = `SELECT ?label (COUNT(?c) AS ?n) { ?c dem:polarity "support" ; dem:holder ?h . ?h rdfs:label ?label }
      GROUP BY ?label HAVING(COUNT(?c) = 1) ORDER BY DESC(?label) LIMIT 1`;
    expect(await why(text)).toEqual([['position: thanked the pact']]);
  });

  it('is found in subqueries that hand their claim on', async () => {
    expect(await why('SELECT ?x { { SELECT ?c { ?c dem:act "thank" } } BIND(1 AS ?x) }')).toEqual([
      ['position: thanked the pact'],
    ]);
  });

  it('is found in grouped subqueries', async () => {
    const text = `SELECT ?who ?n { { SELECT ?h (COUNT(?c) AS ?n) { ?c dem:polarity "support" ; dem:holder ?h } GROUP BY ?h }
      ?h rdfs:label ?who } ORDER BY ?who`;
    expect(await why(text)).toEqual([['position: praised the pact for its advance'], ['position: thanked the pact']]);
  });

  it('is that of the claims a derived relation rests on', async () => {
    expect(await why('SELECT ?r { ?r dem:predicate dem:supports ; dem:from actor:EST }')).toEqual([
      ['position: praised the pact for its advance'],
    ]);
  });

  it('keeps rows apart', async () => {
    const text = 'SELECT ?who { ?c dem:polarity "support" ; dem:holder/rdfs:label ?who } ORDER BY ?who';
    expect(await why(text)).toEqual([['position: praised the pact for its advance'], ['position: thanked the pact']]);
  });

  it('is none where a row rests on no claim', async () => {
    expect(await why('SELECT ?label { ?a a dem:Actor ; rdfs:label ?label } LIMIT 1')).toEqual([[]]);
    expect(await why('SELECT (1 AS ?x) {}')).toEqual([[]]);
  });
});
