import { describe, expect, it, vi } from 'vitest';
import { createEngine } from '../../src/sparql/index.ts';
import { failureOf } from './helpers.ts';

/* What a query is refused with: where, what and why, without the parser that takes a second to load. */

vi.mock('../../src/sparql/comunica.ts', () => ({
  parseAlgebra: () => {
    throw new Error('asked');
  },
}));

const engine = createEngine([]);

type Case = readonly [name: string, text: string, message: string, line: number, column: number];

const CASES: readonly Case[] = [
  ['nothing', '', 'the query is empty', 1, 1],
  ['only a comment', '# later', 'the query is empty', 1, 8],
  ['an unknown form', 'SELEC ?x {}', 'unexpected "SELEC"', 1, 1],
  ['an end too soon', 'SELECT * {\n  ?s ?p', 'expected a term, found the end of the query', 2, 8],
  ['no pattern', 'SELECT * WHERE', 'expected "{", found the end of the query', 1, 15],
  ['a full stop left out', 'SELECT ?x {\n  ?x a dem:Position\n  ?y a dem:Event\n}', 'unexpected "?y"', 3, 3],
  ['a brace too many', 'SELECT * { ?s ?p ?o } }', 'unexpected "}"', 1, 23],
  ['a text without end', 'SELECT * { ?s ?p "abc }', 'the text that begins here has no end', 1, 18],
  ['a single backslash', 'SELECT * { FILTER REGEX("a", "\\d") }', 'unknown escape', 1, 30],
  ['an unknown prefix', 'SELECT * { ?x foo:bar ?y }', 'Unknown prefix: foo', 1, 15],
  ['an unknown function', 'SELECT (STRT(?x) AS ?y) {}', 'there is no function STRT', 1, 9],
  ['an argument missing', 'SELECT * { FILTER(SUBSTR(?o) = "a") }', 'SUBSTR takes 2 to 3 arguments', 1, 30],
  ['a limit that is no number', 'SELECT * {} LIMIT x', 'expected a number, found "x"', 1, 19],
  ['what is no key of the groups', 'SELECT ?x { ?x ?p ?y } GROUP BY ?y', '?x is no key of GROUP BY', 1, 8],
  ['the same in a subquery', 'SELECT * { { SELECT ?x { ?x ?p ?y } GROUP BY ?y } }', '?x is no key of GROUP BY', 1, 21],
  ['a value given twice', 'SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) }', '?x has a value already', 1, 22],
  ['a blank node in two groups', 'SELECT * { _:a ?p ?o { _:a ?q ?r } }', '_:a stands in two groups', 1, 28],
  ['a control character', 'SELECT * { \u0001 }', 'unexpected "\\u0001"', 1, 12],
];

describe('a malformed query is refused', () => {
  it.each(CASES)('%s', async (_name, text, message, line, column) => {
    const error = await failureOf(engine.query(text, { file: 'my.rq' }));
    expect(error).toMatchObject({ kind: 'query', location: { file: 'my.rq', line, column } });
    expect(error.message).toContain(message);
  });

  it('that is nested too deeply', async () => {
    const error = await failureOf(engine.query(`SELECT * ${'{'.repeat(1000)}${'}'.repeat(1000)}`));
    expect(error.message).toBe('the query is nested too deeply');
  });
});

describe('Comunica is asked', () => {
  it.each([
    ['for an update', 'INSERT DATA { <urn:a> <urn:b> <urn:c> }'],
    ['for triple terms', 'SELECT * { << ?s ?p ?o >> ?q ?r }'],
    ['for functions of SPARQL 1.2', 'SELECT * { ?s ?p ?o FILTER(isTRIPLE(?o)) }'],
    ['for a base direction', 'SELECT * { ?s ?p "x"@ar--rtl }'],
  ])('%s', async (_name, text) => {
    expect((await failureOf(engine.query(text))).message).toContain('asked');
  });

  it.each(['SELECT * { ?s ?p "<< {| ~" ', '# << >>\nSELECT * {', 'SELECT ?subject { ?subject ?object'])(
    'not for what only looks like it: %s',
    async (text) => expect((await failureOf(engine.query(text))).message).toContain('malformed'),
  );
});
