import { describe, expect, it } from 'vitest';
import { iri, langString, type Quad, quad, string, typed } from '../../src/rdf/factory.ts';
import type { QueryStore } from '../../src/sparql/query-store.ts';
import type { QueryResult } from '../../src/sparql/types.ts';
import { failureOf } from './helpers.ts';

const EX = 'http://example.org/';
const g = iri(`${EX}unused`);
const triple = (s: string, p: string, o: Quad['object']): Quad => quad(iri(EX + s), iri(EX + p), o, g);
const [ONE, TWO] = [`${EX}one`, `${EX}two`];

const GRAPHS: Readonly<Record<string, readonly Quad[]>> = {
  [ONE]: [triple('a', 'p', iri(`${EX}b`)), triple('a', 'size', typed('7', 'http://www.w3.org/2001/XMLSchema#integer'))],
  [TWO]: [
    triple('a', 'p', iri(`${EX}b`)),
    triple('b', 'name', langString('Bé "quoted"\n\\', 'fr')),
    triple('b', 'note', string('𝔘nicode\t')),
  ],
};

const values = (result: QueryResult): unknown[] =>
  result.kind === 'bindings'
    ? result.rows.map((row) => result.columns.map((column) => row.get(column)?.value ?? null).join(' | ')).sort()
    : result.kind === 'boolean'
      ? [result.value]
      : result.quads.map(({ subject, object }) => `${subject.value} ${object.value}`).sort();

/** Answers that a server gives otherwise than the others, by the name of the case, and why. */
export type Differences = Readonly<Record<string, { readonly answer: unknown[]; readonly why: string }>>;

/** What every store must answer, whatever it is made of. */
export const queryStoreContract = (name: string, make: () => Promise<QueryStore>, differences: Differences = {}): void => {
  const filled = async (): Promise<QueryStore> => {
    const store = await make();
    for (const [graph, quads] of Object.entries(GRAPHS)) await store.graphs.put(graph, quads);
    return store;
  };

  describe(`queries and updates: ${name}`, () => {
    const cases: readonly [name: string, query: string, expected: unknown[]][] = [
      ['the default graph is the union', 'SELECT ?o { ?s <http://example.org/note> ?o }', ['𝔘nicode\t']],
      ['the union holds a triple once', 'SELECT (COUNT(*) AS ?n) { ?s <http://example.org/p> ?o }', ['1']],
      ['graphs by name', 'SELECT ?g { GRAPH ?g { ?s <http://example.org/p> ?o } }', [ONE, TWO]],
      ['FROM chooses', `SELECT (COUNT(*) AS ?n) FROM <${ONE}> { ?s ?p ?o }`, ['2']],
      ['FROM of what is not there is empty', 'SELECT ?s FROM <http://example.org/none> { ?s ?p ?o }', []],
      ['FROM NAMED chooses', `SELECT ?g FROM NAMED <${ONE}> { GRAPH ?g { ?s <http://example.org/p> ?o } }`, [ONE]],
      ['ASK', 'ASK { ?s <http://example.org/size> 7 }', [true]],
      ['CONSTRUCT', 'CONSTRUCT { ?o <http://x/y> ?s } WHERE { ?s <http://example.org/p> ?o }', [`${EX}b ${EX}a`]],
      [
        'OPTIONAL leaves cells empty',
        'SELECT ?s ?n { ?s ?p ?o OPTIONAL { ?s <http://example.org/name> ?n } FILTER(ISNUMERIC(?o)) }',
        [`${EX}a | `],
      ],
      ['language tags', 'SELECT (LANG(?o) AS ?l) { ?s <http://example.org/name> ?o }', ['fr']],
      ['what must be escaped', 'SELECT ?o { ?s <http://example.org/name> ?o }', ['Bé "quoted"\n\\']],
    ];
    it.each(cases)('%s', async (title, query, expected) => {
      const { engine } = await filled();
      const answer = values(await engine.query(query));
      expect(answer).toEqual(differences[title]?.answer ?? expected);
    });

    it('terms take the place of variables, and never act as syntax', async () => {
      const { engine } = await filled();
      const ask = async (term: Parameters<typeof string>[0]) =>
        values(await engine.query('SELECT ?s { ?s ?p $x }', { parameters: new Map([['x', string(term)]]) }));
      expect(await ask('𝔘nicode\t')).toEqual([`${EX}b`]);
      expect(await ask('" } ; DROP ALL #')).toEqual([]);
    });

    it('the solutions behind a group', async () => {
      const { engine } = await filled();
      const solutions = await engine.solutions('SELECT (COUNT(?o) AS ?n) { ?s <http://example.org/p> ?o }');
      expect(new Set(solutions!.result.rows.map((row) => row.get('s')!.value))).toEqual(new Set([`${EX}a`]));
    });

    it('refuses what is no plain read before it is sent', async () => {
      const { engine } = await filled();
      for (const text of ['DROP ALL', 'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }', 'LOAD <http://127.0.0.1:9/>'])
        expect((await failureOf(engine.query(text))).kind).toBe('query');
    });

    it('updates change what is asked', async () => {
      const { engine, update, graphs } = await filled();
      await update(`INSERT DATA { GRAPH <${ONE}> { <${EX}c> <${EX}p> <${EX}d> } }`);
      expect(values(await engine.query(`SELECT ?o { <${EX}c> ?p ?o }`))).toEqual([`${EX}d`]);
      await update(
        `DELETE { GRAPH ?g { ?s <${EX}p> ?o } } INSERT { GRAPH ?g { ?o <${EX}q> ?s } } WHERE { GRAPH ?g { ?s <${EX}p> ?o } }`,
      );
      expect(values(await engine.query(`ASK { ?s <${EX}p> ?o }`))).toEqual([false]);
      await update(`CLEAR GRAPH <${ONE}>`);
      expect(await graphs.graphs()).toEqual([TWO]);
    });

    it('a graph that is put again changes nothing', async () => {
      const { engine, graphs } = await filled();
      const count = async () => values(await engine.query('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }'));
      const before = await count();
      for (const [graph, quads] of Object.entries(GRAPHS)) await graphs.put(graph, quads);
      expect([before, await count()]).toEqual([['5'], ['5']]);
    });
  });
};
