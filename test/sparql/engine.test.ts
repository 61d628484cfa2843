import { describe, expect, it } from 'vitest';
import { defaultGraph, iri, type Quad, quad, string } from '../../src/rdf/factory.ts';
import { createEngine, type Engine, type EngineOptions } from '../../src/sparql/index.ts';
import { BASE, failureOf, rowsOf } from './helpers.ts';

const graph = (name: string) => iri(`${BASE}graph/${name}`);
const triple = (s: string, o: string, g: Quad['graph']): Quad => quad(iri(`${BASE}${s}`), iri(`${BASE}p`), string(o), g);

const QUADS: readonly Quad[] = [
  triple('a', 'one', graph('x')),
  triple('a', 'one', graph('y')),
  triple('a', 'two', graph('y')),
  triple('b', 'derived', graph('derived')),
  triple('t', 'topic', graph('ontology')),
  triple('j', 'judged', graph('curation')),
  triple('d', 'plain', defaultGraph()),
];

const engineWith = (options: EngineOptions = {}): Engine => createEngine(QUADS, options);

const select = async (text: string, options: EngineOptions = {}): Promise<unknown[][]> =>
  rowsOf(await engineWith(options).query(text));

describe('the graphs a query sees', () => {
  const cases: readonly [string, string, unknown[][]][] = [
    ['the union holds each triple once', 'SELECT (COUNT(*) AS ?n) { ?s ?p "one" }', [[1]]],
    ['the union leaves ontology and curation out', 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', [[4]]],
    ['derived is in the union', 'ASK { ?s ?p "derived" }', [[true]]],
    ['GRAPH reads ontology', 'SELECT ?o { GRAPH graph:ontology { ?s ?p ?o } }', [['topic']]],
    ['a relative IRI resolves against the base', 'SELECT ?o { GRAPH <graph/curation> { ?s ?p ?o } }', [['judged']]],
    ['GRAPH ?g never binds the default graph', 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }', [[6]]],
    ['FROM merges without duplicates', 'SELECT (COUNT(*) AS ?n) FROM graph:x FROM graph:y { ?s ?p ?o }', [[2]]],
    ['FROM a graph that is not there is empty', 'SELECT (COUNT(*) AS ?n) FROM <http://example.org/none> { ?s ?p ?o }', [[0]]],
    ['FROM NAMED alone empties the default graph', 'SELECT (COUNT(*) AS ?n) FROM NAMED graph:x { ?s ?p ?o }', [[0]]],
    ['FROM NAMED limits GRAPH', 'SELECT ?g FROM NAMED graph:x { GRAPH ?g { ?s ?p ?o } }', [['graph:x']]],
    ['an ASK with FROM', 'ASK FROM graph:ontology { ?s ?p "topic" }', [[true]]],
    ['a CONSTRUCT with FROM', 'CONSTRUCT { ?s a ?o } FROM graph:ontology { ?s ?p ?o }', [['<t>', 'rdf:type', 'topic']]],
  ];
  it.each(cases)('%s', async (_name, text, expected) => {
    const rows = await select(text);
    expect(rows.map((row) => row.map((cell) => (cell === `${BASE}t` ? '<t>' : cell)))).toEqual(expected);
  });

  it('leaves rejected claims out of the union, not out of their graphs', async () => {
    const rejected = new Set([`${BASE}a`]);
    expect(await select('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', { rejected })).toEqual([[2]]);
    expect(await select('SELECT (COUNT(*) AS ?n) { GRAPH graph:x { ?s ?p ?o } }', { rejected })).toEqual([[1]]);
  });

  it('has no union where it is switched off', async () => {
    expect(await select('SELECT ?o { ?s ?p ?o }', { union: false })).toEqual([['plain']]);
  });

  it('reads the quads once, at the first query', async () => {
    let reads = 0;
    const counted: Iterable<Quad> = {
      *[Symbol.iterator]() {
        reads++;
        yield* QUADS;
      },
    };
    const engine = createEngine(counted);
    expect(reads).toBe(0);
    await engine.query('ASK {}');
    await engine.query('ASK {}');
    expect(reads).toBe(1);
  });
});

describe('prefixes', () => {
  it('knows the vocabularies and the kinds of individuals', async () => {
    expect(await select('SELECT (STR(dem:Position) AS ?c) (STR(actor:FRA) AS ?a) {}')).toEqual([
      ['https://w3id.org/demarche/ontology#Position', `${BASE}actor/FRA`],
    ]);
  });

  it('lets the query declare them otherwise', async () => {
    expect(await select('PREFIX dem: <http://example.org/> SELECT (STR(dem:x) AS ?c) {}')).toEqual([['http://example.org/x']]);
  });

  it('follows the base', async () => {
    expect(await select('SELECT (STR(actor:FRA) AS ?a) {}', { baseIri: 'http://example.org/' })).toEqual([
      ['http://example.org/actor/FRA'],
    ]);
  });
});

describe('limits', () => {
  it('cuts rows and says so', async () => {
    const result = await engineWith().query('SELECT ?o { ?s ?p ?o }', { limits: { maxRows: 3 } });
    expect(result).toMatchObject({ kind: 'bindings', truncated: true });
    expect(rowsOf(result)).toHaveLength(3);
  });

  it('does not call a result truncated that just fits', async () => {
    expect(await engineWith().query('SELECT ?o { ?s ?p ?o }', { limits: { maxRows: 4 } })).toMatchObject({ truncated: false });
  });

  it('cuts the triples of CONSTRUCT', async () => {
    const result = await engineWith().query('CONSTRUCT WHERE { ?s ?p ?o }', { limits: { maxRows: 2 } });
    expect(result).toMatchObject({ kind: 'quads', truncated: true });
  });

  it('fails when time is up', async () => {
    const error = await failureOf(engineWith().query('SELECT ?o { ?s ?p ?o }', { limits: { timeoutMs: -1 } }));
    expect(error.kind).toBe('query');
  });
});

describe('what is refused before anything runs', () => {
  const refused = [
    'SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }',
    'SELECT * { SERVICE SILENT <http://localhost:9/> { ?s ?p ?o } }',
    'SELECT * { ?s ?p ?o SERVICE ?s { ?s ?p ?o } }',
    'SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } }',
    'SELECT (EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } AS ?x) {}',
    'SELECT * { { SELECT ?s { OPTIONAL { SERVICE <http://localhost:9/> { ?s ?p ?o } } } } }',
    'SELECT * { ?s ?p ?o MINUS { GRAPH ?g { SERVICE <http://localhost:9/> { ?s ?p ?o } } } }',
    'SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } })',
    'SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } })',
    'CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://localhost:9/> { ?s ?p ?o } }',
    'DESCRIBE ?s { SERVICE <http://localhost:9/> { ?s ?p ?o } }',
    'ASK { { BIND(1 AS ?x) } UNION { SERVICE <http://localhost:9/> {} } }',
    'SELECT * { S\\u0045RVICE <http://localhost:9/> { ?s ?p ?o } }',
    'LOAD <http://localhost:9/>',
    'LOAD SILENT <http://localhost:9/> INTO GRAPH <http://example.org/g>',
    'INSERT DATA { <http://a> <http://b> <http://c> }',
    'INSERT DATA { <http://a> <http://b> <http://c> } ; LOAD <http://localhost:9/>',
    'DELETE DATA { <http://a> <http://b> <http://c> }',
    'DELETE WHERE { ?s ?p ?o }',
    'DELETE { ?s ?p ?o } INSERT { ?o ?p ?s } WHERE { ?s ?p ?o }',
    'WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }',
    'CLEAR ALL',
    'DROP SILENT DEFAULT',
    'CREATE GRAPH <http://g>',
    'ADD <http://g> TO DEFAULT',
    'MOVE <http://g> TO DEFAULT',
    'COPY <http://g> TO DEFAULT',
    '',
    '# nothing but a comment',
  ];
  it.each(refused)('%s', async (text) => {
    const engine = createEngine({
      [Symbol.iterator]: () => {
        throw new Error('the query was run');
      },
    });
    expect(await failureOf(engine.query(text))).toMatchObject({ kind: 'query' });
  });

  it('fetches nothing for FROM, FROM NAMED and GRAPH with foreign IRIs', async () => {
    const foreign = '<http://localhost:9/data>';
    expect(
      await select(`SELECT * FROM ${foreign} FROM NAMED ${foreign} { { ?s ?p ?o } UNION { GRAPH ${foreign} { ?s ?p ?o } } }`),
    ).toEqual([]);
  });
});

describe('errors in the text', () => {
  const cases: readonly [string, string, number | undefined, number | undefined][] = [
    ['a wrong token on the first line', 'SELECT ?s WHERE { ?s ?p ?o ) }', 1, 28],
    ['a wrong token on a later line', 'SELECT ?s\nWHERE {\n  ?s ?p ?o )\n}', 3, 12],
    ['a character that begins nothing', 'SELECT ?s { ?s ?p "abc', 1, 19],
    ['such a character on a later line', 'SELECT ?s\n{ ?s ?p ?o FILTER(foo(?s)) }', 2, 19],
    ['the end of the query', 'SELECT ?s {\n ?s ?p ?o', 2, 10],
    ['an unknown prefix, not one within a string', 'SELECT ?s {\n ?s ?p "foo:x" ; foo:y ?o }', 2, 18],
    ['a prefix that ends in a known one', 'SELECT ?s { ?s mydem:x ?o }', 1, 16],
    ['a misspelt keyword', 'SELEC ?s {}', 1, 1],
    ['an ungrouped variable', 'SELECT ?s (COUNT(?p) AS ?n) { ?s ?p ?o }', 1, 8],
  ];
  it.each(cases)('%s', async (_name, text, line, column) => {
    const error = await failureOf(engineWith().query(text, { file: 'my.rq' }));
    expect(error.kind).toBe('query');
    expect(error.location?.file).toBe('my.rq');
    expect([error.location?.line, error.location?.column]).toEqual([line, column]);
  });

  it('marks the place in the line', async () => {
    const error = await failureOf(engineWith().query('SELECT ?s { ?s ?p ?o ) }'));
    expect(error.hint).toContain('?o -->)');
  });

  it('lets no control character of the query through', async () => {
    for (const text of ['SELECT \u001b[31m', 'SELECT ?s { ?s ?p "\u001b[31m" ) }', 'ASK { ?s a:\u0085x ?o }']) {
      const { message, hint } = await failureOf(engineWith().query(text));
      expect(`${message}${hint}`).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }
  });

  it('says what to do about an unknown prefix', async () => {
    const error = await failureOf(engineWith().query('ASK { ?s foo:x ?o }'));
    expect(error.hint).toContain('PREFIX foo:');
  });

  it('does not fall over deep nesting', async () => {
    const deep = `ASK { ${'{'.repeat(20000)} ${'}'.repeat(20000)} }`;
    expect(await failureOf(engineWith().query(deep))).toMatchObject({ kind: 'query' });
  });

  it('reports an unknown function as an error of the query', async () => {
    expect(await failureOf(engineWith().query('SELECT (<http://example.org/f>(1) AS ?x) {}'))).toMatchObject({ kind: 'query' });
  });
});

describe('parameters in the algebra', () => {
  const ask = async (text: string, parameters: ReadonlyMap<string, ReturnType<typeof string> | ReturnType<typeof iri>>) =>
    rowsOf(await engineWith().query(text, { parameters }));

  it('takes a term in a pattern and keeps it as a column', async () => {
    expect(await ask('SELECT ?s $o { ?s ?p $o }', new Map([['o', string('two')]]))).toEqual([[`${BASE}a`, 'two']]);
  });

  it('makes BOUND true', async () => {
    const text = 'SELECT ?o { ?s ?p ?o FILTER(!BOUND($x) || ?o = $x) }';
    expect(await ask(text, new Map([['x', string('two')]]))).toEqual([['two']]);
    expect(await ask(text, new Map())).toHaveLength(4);
  });

  it('reaches into subqueries, EXISTS, unions and aggregates', async () => {
    const text = `SELECT ?o (COUNT(IF(?o = $x, 1, ?none)) AS ?n) {
      { SELECT ?s { ?s ?q $x } } { ?s ?p ?o } UNION { ?s ?p ?o FILTER(false) } FILTER EXISTS { ?s ?r $x } } GROUP BY ?o ORDER BY ?o`;
    expect(await ask(text, new Map([['x', string('two')]]))).toEqual([
      ['one', 0],
      ['two', 1],
    ]);
  });

  it('leaves a projected parameter of a subquery out of the join', async () => {
    const text = 'SELECT ?s $x { { SELECT ?s $x { ?s ?p $x } } ?s ?q $x }';
    expect(await ask(text, new Map([['x', string('two')]]))).toEqual([[`${BASE}a`, 'two']]);
  });

  it('lets no value act as syntax', async () => {
    const hostile = ['" } DROP ALL #', '"] . ?s ?p ?o . ["', '\\" . }', "'''", '?s', '$o', '\u0000', '} UNION { ?s ?p ?o'];
    for (const value of hostile) expect(await ask('SELECT ?s { ?s ?p $x }', new Map([['x', string(value)]]))).toEqual([]);
  });

  it('takes an IRI that would break out of angle brackets as an IRI', async () => {
    expect(await ask('SELECT ?s { ?s $x ?o }', new Map([['x', iri('x> ?p ?o . ?s <y')]]))).toEqual([]);
  });

  it('takes a literal where none can stand as matching nothing', async () => {
    expect(await ask('SELECT ?o { $x ?p ?o }', new Map([['x', string('one')]]))).toEqual([]);
  });
});

describe('a query too deep to walk', () => {
  const sum = Array.from({ length: 20_000 }, (_, i) => i).join(' + ');
  it.each([
    ['a long sum', `SELECT (${sum} AS ?x) {}`],
    ['groups in groups', `SELECT * ${'{'.repeat(20_000)} ?s ?p ?o ${'}'.repeat(20_000)}`],
    ['brackets in brackets', `SELECT (${'('.repeat(20_000)} 1 ${')'.repeat(20_000)} AS ?x) {}`],
  ])('%s is refused as the query’s fault', async (_name, text) => {
    const error = await failureOf(engineWith().query(text));
    expect(error.kind).toBe('query');
  });
});
