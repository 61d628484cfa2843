import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser } from 'n3';
import { afterAll, describe, expect, it } from 'vitest';
import { inGraph, iri, type Quad } from '../../../src/rdf/factory.ts';
import { termKey } from '../../../src/rdf/order.ts';
import { createEngine } from '../../../src/sparql/index.ts';
import { readExpected, rowTexts } from './results.ts';
import { type Case, casesOf, unpackSuite } from './suite.ts';

/* W3C SPARQL 1.1 query evaluation and syntax, through the engine and its source. */

const FOLDERS = `aggregates bind bindings cast construct exists functions grouping negation project-expression property-path
  subquery syntax-query`.split(/\s+/);

/** Cases that the engine's parser, which reads SPARQL 1.2, decides otherwise, or that have no agreed answer. */
const SKIPPED: Readonly<Record<string, string>> = {};

const suite = unpackSuite();
afterAll(() => suite?.remove());

let label = 0;
const parse = (file: string): Quad[] =>
  new Parser({ baseIRI: pathToFileURL(file).href, blankNodePrefix: `_:f${label++}x` }).parse(
    readFileSync(file, 'utf8'),
  ) as unknown as Quad[];

const dataOf = ({ data, graphs }: Case): Quad[] => [
  ...data.flatMap(parse),
  ...graphs.flatMap(({ file, iri: graph }) => parse(file).map((quad) => inGraph(quad, iri(graph)))),
];

const tripleTexts = (quads: readonly Quad[]): string[] =>
  quads
    .map((quad) =>
      [quad.subject, quad.predicate, quad.object].map((t) => (t.termType === 'BlankNode' ? '_' : termKey(t))).join(' '),
    )
    .sort();

const evaluate = async (test: Case): Promise<void> => {
  const text = readFileSync(test.query, 'utf8');
  const engine = createEngine(dataOf(test), { baseIri: pathToFileURL(test.query).href, union: false });
  const result = await engine.query(text);
  const expected = readExpected(test.result!);
  if (result.kind === 'boolean') expect({ boolean: result.value }).toEqual(expected);
  else if (result.kind === 'quads') expect(tripleTexts(result.quads)).toEqual(tripleTexts((expected as { quads: Quad[] }).quads));
  else {
    expect('rows' in expected).toBe(true);
    if ('rows' in expected) expect(rowTexts(result.rows, false)).toEqual(rowTexts(expected.rows, false));
  }
};

const syntax = async (test: Case, isRight: boolean): Promise<void> => {
  const text = readFileSync(test.query, 'utf8');
  const asked = createEngine([], { baseIri: pathToFileURL(test.query).href }).query(text);
  if (isRight) await expect(asked).resolves.toBeDefined();
  else await expect(asked).rejects.toThrow();
};

const isEvaluation = ({ type, result }: Case): boolean => type === 'QueryEvaluationTest' && result !== null && existsSync(result);

describe.skipIf(suite === null)('W3C SPARQL 1.1 query (not run where the suite is absent)', () => {
  const cases = suite === null ? [] : FOLDERS.flatMap((folder) => casesOf(join(suite.folder, folder)));
  for (const test of cases) {
    const run = SKIPPED[test.name] ? it.skip : it;
    if (isEvaluation(test)) run(test.name, () => evaluate(test));
    else if (test.type === 'PositiveSyntaxTest11') run(test.name, () => syntax(test, true));
    else if (test.type === 'NegativeSyntaxTest11') run(test.name, () => syntax(test, false));
  }
});
