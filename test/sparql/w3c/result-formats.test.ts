import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser } from 'n3';
import { afterAll, describe, expect, it } from 'vitest';
import type { Quad } from '../../../src/rdf/factory.ts';
import { createEngine, type ResultFormat, serializeResult } from '../../../src/sparql/index.ts';
import type { ResultTerm } from '../../../src/sparql/types.ts';
import { readExpected, rowTexts } from './results.ts';
import { type Case, casesOf, unpackSuite } from './suite.ts';

/* W3C SPARQL 1.1 result formats: what is written, read back, is what the suite's files say. */

const suite = unpackSuite();
afterAll(() => suite?.remove());

const parse = (text: string, file: string): Quad[] =>
  new Parser({ baseIRI: pathToFileURL(file).href }).parse(text) as unknown as Quad[];

const written = async ({ query, data }: Case, format: ResultFormat): Promise<string> => {
  const quads = data.flatMap((file) => parse(readFileSync(file, 'utf8'), file));
  return serializeResult(await createEngine(quads, { union: false }).query(readFileSync(query, 'utf8')), format);
};

/** Cells by column; a cell of CSV is a text, and a number whatever its form. */
const csvRows = (text: string): string[] => {
  const cellsOf = (line: string): string[] =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .map(([, cell]) => cell!)
      .slice(0, line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).length);
  const plain = (cell: string): string =>
    cell.startsWith('_:') ? '_' : cell.replace(/^"|"$/g, '').replace(/^[+-]?[\d.]+[eE]\d+$/, (number) => String(Number(number)));
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const columns = cellsOf(head!);
  return lines
    .map((line) =>
      cellsOf(line)
        .map((cell, i) => `${columns[i]}=${plain(cell)}`)
        .sort()
        .join(' '),
    )
    .sort();
};

const tsvRows = (text: string): ReadonlyMap<string, ResultTerm>[] => {
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  return lines.map(
    (cells) =>
      new Map(
        cells.flatMap((cell, i) =>
          cell === '' ? [] : [[head![i]!.slice(1), parse(`<x:s> <x:p> ${cell} .`, 'x')[0]!.object as ResultTerm] as const],
        ),
      ),
  );
};

const compare = async (test: Case): Promise<void> => {
  const format = test.result!.split('.').at(-1) === 'srj' ? 'json' : (test.result!.split('.').at(-1) as 'csv' | 'tsv');
  const [ours, theirs] = [await written(test, format), readFileSync(test.result!, 'utf8')];
  if (format === 'csv') expect(csvRows(ours)).toEqual(csvRows(theirs));
  else if (format === 'tsv') expect(rowTexts(tsvRows(ours), false)).toEqual(rowTexts(tsvRows(theirs), false));
  else {
    const [json, expected] = [JSON.parse(ours), readExpected(test.result!)];
    if ('boolean' in expected) expect(json.boolean).toBe(expected.boolean);
    else {
      expect([...json.head.vars].sort()).toEqual([...JSON.parse(theirs).head.vars].sort());
      const copy = join(suite!.folder, `ours.srj`);
      (await import('node:fs')).writeFileSync(copy, ours);
      const read = readExpected(copy);
      expect('rows' in read && rowTexts(read.rows, false)).toEqual('rows' in expected && rowTexts(expected.rows, false));
    }
  }
};

describe.skipIf(suite === null)('W3C SPARQL 1.1 result formats (not run where the suite is absent)', () => {
  const cases = suite === null ? [] : ['csv-tsv-res', 'json-res'].flatMap((folder) => casesOf(join(suite.folder, folder)));
  it('has all its cases', () => expect(cases).toHaveLength(10));
  it.each(cases.map((test) => [test.name, test] as const))('%s', (_name, test) => compare(test));
});
