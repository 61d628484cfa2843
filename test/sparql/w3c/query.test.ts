import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser } from 'n3';
import { afterAll, describe, expect, it } from 'vitest';
import { inGraph, iri, type Quad } from '../../../src/rdf/factory.ts';
import { createEngine } from '../../../src/sparql/index.ts';
import { parseQuery } from '../../../src/sparql/parser/query.ts';
import { parseForPushDown } from '../../../src/sparql/read-only.ts';
import { isIsomorphic } from '../../isomorphic.ts';
import { readExpected, rowQuads, rowTexts } from './results.ts';
import { type Case, casesOf, unpackSuite } from './suite.ts';

/* W3C SPARQL 1.1 query evaluation and syntax, through the engine and its source. */

const FOLDERS = `aggregates bind bindings cast construct exists functions grouping negation project-expression property-path
  subquery syntax-query`.split(/\s+/);

const suite = unpackSuite();
afterAll(() => suite?.remove());

let label = 0;
/** The suite's RDF/XML is read by a parser that comes with the engine. */
const parseXml = async (file: string): Promise<Quad[]> => {
  const { RdfXmlParser } = createRequire(import.meta.url)('rdfxml-streaming-parser');
  const parser = new RdfXmlParser({ baseIRI: pathToFileURL(file).href });
  parser.end(readFileSync(file));
  const quads: Quad[] = [];
  for await (const read of parser) quads.push(read);
  return quads;
};

const parse = async (file: string): Promise<Quad[]> =>
  file.endsWith('.rdf')
    ? parseXml(file)
    : (new Parser({ baseIRI: pathToFileURL(file).href, blankNodePrefix: `_:f${label++}x` }).parse(
        readFileSync(file, 'utf8'),
      ) as unknown as Quad[]);

const dataOf = async ({ data, graphs }: Case): Promise<Quad[]> => {
  const quads = (await Promise.all(data.map(parse))).flat();
  for (const { file, iri: graph } of graphs) quads.push(...(await parse(file)).map((read) => inGraph(read, iri(graph))));
  return quads;
};

/** ORDER BY of the query itself. */
const isOrdered = (text: string, baseIri: string): boolean => {
  let node = parseQuery(text, baseIri).algebra as { type?: string; input?: unknown } | null;
  while (node?.type && ['from', 'slice', 'distinct', 'reduced', 'project'].includes(node.type)) node = node.input as typeof node;
  return node?.type === 'orderby';
};

const evaluate = async (test: Case): Promise<void> => {
  const text = readFileSync(test.query, 'utf8');
  const engine = createEngine(await dataOf(test), { baseIri: pathToFileURL(test.query).href, union: false });
  const result = await engine.query(text);
  const expected = readExpected(test.result!);
  if (result.kind === 'boolean') expect({ boolean: result.value }).toEqual(expected);
  else if (result.kind === 'quads') {
    expect('quads' in expected).toBe(true);
    if ('quads' in expected) expect(isIsomorphic(result.quads, expected.quads)).toBe(true);
  } else {
    expect('rows' in expected).toBe(true);
    if (!('rows' in expected)) return;
    const ordered = isOrdered(text, test.query);
    expect(rowTexts(result.rows, ordered)).toEqual(rowTexts(expected.rows, ordered));
    expect(isIsomorphic(rowQuads(result.rows, ordered), rowQuads(expected.rows, ordered))).toBe(true);
  }
};

const syntax = async (test: Case, isRight: boolean): Promise<void> => {
  const text = readFileSync(test.query, 'utf8');
  const asked = parseForPushDown(text, pathToFileURL(test.query).href, {});
  if (isRight) await expect(asked).resolves.toBeDefined();
  else await expect(asked).rejects.toThrow();
};

const isEvaluation = ({ type, result }: Case): boolean => type === 'QueryEvaluationTest' && result !== null && existsSync(result);

describe.skipIf(suite === null)('W3C SPARQL 1.1 query (not run where the suite is absent)', () => {
  const cases = suite === null ? [] : FOLDERS.flatMap((folder) => casesOf(join(suite.folder, folder)));
  for (const test of cases) {
    if (isEvaluation(test)) it(test.name, () => evaluate(test));
    else if (test.type === 'PositiveSyntaxTest11') it(test.name, () => syntax(test, true));
    else if (test.type === 'NegativeSyntaxTest11') it(test.name, () => syntax(test, false));
  }
});
