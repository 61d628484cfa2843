import { describe, expect, it } from 'vitest';
import { ask, createEngine, inspectQuery, whyRows } from '../../src/sparql/index.ts';
import { fixtureQuads } from '../sparql/fixture.ts';
import { catalogueOf, rowsOf } from '../sparql/helpers.ts';
import { EXPECTED } from './expected.ts';

const engine = createEngine(fixtureQuads());
const catalogue = catalogueOf('catalog');
const queries = catalogue.list();

/** Answered by analyses, not by queries. */
const ANALYSES = [24, 25];

describe('the catalogue', () => {
  it('answers each competency question that is a query', () => {
    const all = Array.from({ length: 28 }, (_, index) => index + 1).filter((number) => !ANALYSES.includes(number));
    expect([...new Set(queries.flatMap(({ questions }) => questions))].sort((a, b) => a - b)).toEqual(all);
  });

  it('has an expected answer for every query', () => {
    expect([...new Set(EXPECTED.map(({ query }) => query))].sort()).toEqual(queries.map(({ name }) => name).sort());
  });

  it.each(queries.map((query) => [query.name, query] as const))(
    '%s fits its front matter and has an order',
    async (_name, query) => {
      const shape = await inspectQuery(query);
      expect(shape.form).toBe('select');
      expect(shape.isOrdered).toBe(true);
      expect(query.columns.every(({ description }) => description !== '')).toBe(true);
      expect(query.parameters.every(({ description }) => description !== '')).toBe(true);
    },
  );

  it.each(queries.map((query) => [query.name, query] as const))(
    '%s has examples that name it and its parameters',
    (name, query) => {
      expect(query.examples).not.toEqual([]);
      for (const example of query.examples) {
        expect(example.startsWith(`demarche ask ${name}`)).toBe(true);
        const given = [...example.matchAll(/--param (\w+)=/g)].map((match) => match[1]);
        const names = query.parameters.map((parameter) => parameter.name);
        expect(names).toEqual(expect.arrayContaining(given));
      }
    },
  );
});

describe('what the queries answer', () => {
  it.each(EXPECTED.map((expected) => [expected.query, JSON.stringify(expected.given), expected] as const))(
    '%s %s',
    async (name, _given, { given, columns, rows }) => {
      const { result } = await ask(engine, catalogue, name, given);
      expect(rowsOf(result, ...columns.split(' '))).toEqual(rows);
    },
  );

  it('does not depend on the order of the quads', async () => {
    const reversed = createEngine([...fixtureQuads()].reverse());
    for (const { query, given } of EXPECTED) {
      const [one, other] = [await ask(engine, catalogue, query, given), await ask(reversed, catalogue, query, given)];
      expect(rowsOf(other.result), query).toEqual(rowsOf(one.result));
    }
  });
});

/** Queries whose rows come from no claim with evidence of its own. */
const WITHOUT_CLAIMS = new Set(['actors', 'blocs', 'measurements', 'names-of', 'metonyms', 'places-only', 'topics']);

describe('why', () => {
  const claimQueries = EXPECTED.filter(({ query, rows }) => rows.length > 0 && !WITHOUT_CLAIMS.has(query));

  it.each(claimQueries.map((expected) => [expected.query, JSON.stringify(expected.given), expected] as const))(
    'finds evidence for rows of %s %s',
    async (name, _given, { given }) => {
      const { query, parameters, result } = await ask(engine, catalogue, name, given);
      if (result.kind !== 'bindings') throw new Error('expected rows');
      const evidence = await whyRows(engine, query.text, result, { parameters });
      expect(evidence).toHaveLength(result.rows.length);
      const bare = result.rows.filter((row, index) => evidence[index]!.length === 0 && row.get('kind')?.value !== 'mention');
      expect(bare).toEqual([]);
      const sentence = result.rows.map((row) => row.get('sentence')?.value);
      sentence.forEach((text, index) => {
        if (text !== undefined) expect(evidence[index]!.map((item) => item.sentence)).toContain(text);
      });
    },
  );
});
