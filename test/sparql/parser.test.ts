import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../src/sparql/algebra.ts';
import { parseAlgebra } from '../../src/sparql/comunica.ts';
import { parseQuery } from '../../src/sparql/parser/query.ts';
import { NotRead, TooDeep } from '../../src/sparql/parser/tokens.ts';
import { prologueFor } from '../../src/sparql/prefixes.ts';
import { unpackSuite } from './w3c/suite.ts';

/* Our own parser against Comunica's: the same queries read, and the same algebra. */

const BASE = 'http://b/';
const ROOT = join(import.meta.dirname, '..', '..');

type Field = Readonly<Record<string, unknown>>;

/** What only one of the parsers writes down, or both in other ways that mean the same. */
const IGNORED = new Set(['metadata', 'baseIri', 'graphScopeVar', 'equals']);

const isPatterns = (node: unknown): node is { readonly patterns: readonly unknown[] } => (node as Field)?.type === 'bgp';

/** Patterns that stand together in a join as one: the parsers cut them in other places around paths. */
const merged = (node: Field): Field => {
  if (node.type !== 'join') return node;
  const parts: unknown[] = [];
  for (const part of node.input as readonly unknown[]) {
    const last = parts.at(-1);
    if (isPatterns(part) && part.patterns.length === 0) continue;
    if (isPatterns(part) && isPatterns(last))
      parts[parts.length - 1] = { ...last, patterns: [...last.patterns, ...part.patterns] };
    else parts.push(part);
  }
  return parts.length === 1 ? (parts[0] as Field) : { ...node, input: parts };
};

/** Algebra as text, and the variables and blank nodes in it that the query does not name, as they come. */
const shown = (algebra: unknown, text: string): { readonly json: string; readonly made: readonly string[] } => {
  const named = new Set([...text.matchAll(/[?$]([\p{L}\p{N}_]+)/gu)].map((match) => match[1]));
  const made: string[] = [];
  const show = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(show);
    if (typeof given !== 'object' || given === null) return given;
    const node = merged(given as Field);
    const { termType, value, datatype, language } = node;
    if (termType === 'Variable' && named.has(value as string)) return `?${value}`;
    if (termType === 'Variable' || termType === 'BlankNode') {
      made.push(`${termType} ${value}`);
      return termType;
    }
    if (termType !== undefined && termType !== 'Quad') return [termType, value, language, (datatype as Field)?.value];
    const isQuad = termType === 'Quad';
    const keys = Object.keys(node).filter((key) => !IGNORED.has(key) && !(isQuad && (key === 'termType' || key === 'value')));
    return Object.fromEntries(
      keys
        .sort()
        .filter((key) => node[key] !== undefined)
        .map((key) => [key, show(node[key])]),
    );
  };
  return { json: JSON.stringify(show(algebra), null, 1), made };
};

/** Null for what is no SPARQL 1.1 query. */
const readQuery = (text: string): Operation | null => {
  try {
    return parseQuery(text, BASE).algebra;
  } catch (error) {
    if (error instanceof NotRead) return null;
    throw error;
  }
};

const byEngine = async (text: string): Promise<unknown> => {
  try {
    return await parseAlgebra(text, BASE);
  } catch {
    return null;
  }
};

const isUpdate = (algebra: unknown): boolean =>
  /^(?:compositeupdate|deleteinsert|load|clear|create|drop|add|move|copy|nop)$/.test(String((algebra as Field).type));

/** GRAPH is an operation of its own here where its variable cannot simply be put into patterns. */
const hasGraph = (algebra: unknown): boolean => JSON.stringify(algebra).includes('"type":"graph"');

const expectSame = async (text: string, name = text): Promise<void> => {
  const [own, other] = [readQuery(text), await byEngine(text)];
  if (other === null || isUpdate(other)) expect(own, name).toBeNull();
  else if (!own && /(?:COUNT|SUM|MAX)\(|GROUP BY/.test(text)) {
    // Comunica lets a subquery tell what is no key of its groups; that is no SPARQL (section 19.8, note 12).
    expect(text.match(/SELECT/g)!.length, name).toBeGreaterThan(1);
  } else {
    expect(own, name).not.toBeNull();
    if (hasGraph(own)) return;
    const [mine, theirs] = [shown(own, text), shown(other, text)];
    expect(mine.json, name).toBe(theirs.json);
    // Comunica's names may come again in a subquery; ours never.
    const names = new Map(mine.made.map((made, i) => [made, theirs.made[i]]));
    expect(mine.made.map((made) => names.get(made))).toEqual(theirs.made);
  }
};

/** Comunica's parser drops what follows a second colon in a name. */
const MISREAD = /qname-escape-03|syn-pname-0[4-9]/;

const suite = unpackSuite();
afterAll(() => suite?.remove());

const queriesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rq'))
    .map((name) => join(folder, name));

describe('the parser', () => {
  it.skipIf(suite === null)('reads the queries of the W3C suite as Comunica does', { timeout: 60000 }, async () => {
    const files = queriesIn(suite!.folder).filter((file) => !MISREAD.test(file));
    expect(files.length).toBeGreaterThan(400);
    for (const file of files) await expectSame(readFileSync(file, 'utf8'), file);
  });

  it('reads the shipped queries as Comunica does', async () => {
    const files = queriesIn(join(ROOT, 'queries'));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) await expectSame(prologueFor(BASE) + readFileSync(file, 'utf8'), file);
  });

  const pieces =
    `SELECT|ASK|*|?x|?y|WHERE|{|}|.|;|,|(|)|[|]|<p>|:a|"x"|"x"@en|"1"^^:t|1|-1|2.5|1e3|true|a|OPTIONAL {|FILTER(|BIND(|AS|
    UNION|MINUS {|GRAPH ?g {|VALUES ?x {|UNDEF|EXISTS {|NOT|IN|COUNT(*)|SUM(|GROUP BY|HAVING|ORDER BY|DESC(|LIMIT 3|OFFSET|DISTINCT|
    +|-|*|/|^|!|=|<|>|&&|\\|\\||STR(|REGEX(|IF(|_:b|SELECT ?x {|?x ?y ?z .|:a :b/:c* ?x .`
      .split(/(?<!\\)\|/)
      .map((piece) => piece.trim().replaceAll('\\|', '|'));
  const seeds = [
    'SELECT ?x (COUNT(*) AS ?n) { ?x :p ?y ; :q "a" . FILTER(?y > 3 && !(?x = :a)) } GROUP BY ?x HAVING(COUNT(*) > 1) ORDER BY DESC(?n) LIMIT 3',
    'SELECT DISTINCT * { { ?x :p/^:q+ ?y } UNION { ?y !(:a|^:b) ?z } OPTIONAL { ?x a ?t FILTER(?t IN (1, 2)) } BIND(1+2*3 AS ?s) }',
    'CONSTRUCT { ?x :p [ :q ( 1 ?y ) ] } WHERE { ?x :p ( 1 [ :z ?y ] ) . MINUS { ?x :q 1 } VALUES (?x ?y) { (:a UNDEF) } }',
    'SELECT ?x { GRAPH ?g { ?x :p ?y } FILTER NOT EXISTS { ?x :q _:b } { SELECT ?x (MAX(?y) AS ?m) { ?x ?p ?y } GROUP BY ?x } }',
    'DESCRIBE ?x :a FROM <g> FROM NAMED <h> WHERE { ?x :p -1, +2.5, 1e3, true, """a"b""", \'c\'@en-GB }',
  ];

  it('reads and refuses changed queries as Comunica does', { timeout: 120000 }, async () => {
    const edit = fc.tuple(fc.nat(), fc.constantFrom(...pieces, ''), fc.nat(2));
    const runs = Number(process.env.DEMARCHE_DIFFERENTIAL_RUNS ?? 400);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 2 }), async (seed, edits) => {
        const words = seed.split(' ');
        for (const [place, piece, cut] of edits) words.splice(place % words.length, cut, piece);
        await expectSame(`PREFIX : <http://e/> ${words.join(' ')}`);
      }),
      { numRuns: runs, seed: 9 },
    );
  });

  it('resolves IRI() against the base of the query', () => {
    expect(JSON.stringify(readQuery('BASE <http://other/> SELECT (IRI("x") AS ?i) {}'))).toContain('"baseIri":"http://other/"');
  });

  it('refuses what nests too deep', () => {
    const text = `SELECT * { FILTER(${'('.repeat(100000)}1${')'.repeat(100000)}) }`;
    expect(() => parseQuery(text, BASE)).toThrow(TooDeep);
  });
});
