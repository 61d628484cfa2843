import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { KnowledgeBase } from '../../src/app/knowledge-base.ts';
import { ROOT } from '../shared.ts';
import { rowsOf } from '../sparql/helpers.ts';

export const SAMPLE = join(ROOT, 'data', 'articles', 'la-jornada-2024-07-11.txt');

/** The stored text of the sample, which is its file as it is. */
export const TEXT = readFileSync(SAMPLE, 'utf8');

export type Row = Readonly<Record<string, unknown>>;

export interface SampleBase {
  readonly kb: KnowledgeBase;
  /** Rows of a named question, by column; what is not bound is null. */
  ask(name: string, given?: Readonly<Record<string, string>>): Promise<Row[]>;
}

/** A base in a folder of its own, built from the sample as `demarche build` does; gone after the tests of the file. */
export function sampleBase(): SampleBase {
  const directory = mkdtempSync(join(tmpdir(), 'demarche-questions-'));
  const answers = new Map<string, Promise<Row[]>>();
  let kb: KnowledgeBase;
  beforeAll(async () => {
    kb = await KnowledgeBase.open(directory);
    const { rejected } = await kb.build([SAMPLE]);
    expect(rejected).toEqual([]);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const ask = async (name: string, given: Readonly<Record<string, string>>): Promise<Row[]> => {
    const { query, result } = await kb.ask(name, given);
    const columns = query.columns.map((column) => column.name);
    return rowsOf(result, ...columns).map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
  };
  return {
    get kb() {
      return kb;
    },
    ask(name, given = {}) {
      const key = JSON.stringify([name, given]);
      const answer = answers.get(key) ?? ask(name, given);
      answers.set(key, answer);
      return answer;
    },
  };
}

/** The named cells of each row, each combination once, in code-unit order. */
export const distinct = (rows: readonly Row[], ...columns: readonly string[]): unknown[][] =>
  [...new Set(rows.map((row) => JSON.stringify(columns.map((column) => row[column]))))].sort().map((row) => JSON.parse(row));

/** Typographic apostrophes differ from those of the keyboard; the words do not. */
const plain = (value: unknown): string => String(value).replace(/[‘’]/g, "'");

/** Rows in which a cell holds the words. */
export const withWords = (rows: readonly Row[], column: string, words: string): Row[] =>
  rows.filter((row) => plain(row[column]).includes(words));
