import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReader } from '../src/app/reader.ts';
import { codebookTables } from '../src/app/tables.ts';
import { englishWeights } from '../src/app/weights.ts';
import { loadEnglish } from '../src/language/english.ts';
import { loadLexicon } from '../src/lexicon/index.ts';
import type { Document } from '../src/model/document.ts';
import { toQuads } from '../src/rdf/mapping.ts';
import { serialize } from '../src/rdf/serialize.ts';
import { readDocument } from '../src/text/document.ts';

/*
 * Speed of each stage on one core, over the annotated articles of data/gold.
 *
 *     npm run bench [-- ROUNDS]
 */
const rounds = Number(process.argv[2] ?? 20);
const folder = join(import.meta.dirname, '..', 'data', 'gold');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

/** Milliseconds of a single run. */
function once<T>(work: () => T): [result: T, milliseconds: number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** Median milliseconds over all rounds, after one round to warm up. */
function median(work: () => void): number {
  work();
  const times = Array.from({ length: rounds }, () => once(work)[1]).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)]!;
}

const [weights, readWeights] = once(englishWeights);
const [analyzer, loadWeights] = once(() => loadEnglish(weights));
const [tables, readTables] = once(() => codebookTables());
const [, loadTables] = once(() => loadLexicon(tables));
console.log(`load: weights ${(readWeights + loadWeights).toFixed(0)} ms, lexicon ${(readTables + loadTables).toFixed(0)} ms`);

const reader = loadReader(tables);
const documents = sources.map(({ name, bytes }) => readDocument(bytes, { name }));
const tokens = documents.reduce((sum, document) => sum + tokensOf(document), 0);
const readings = documents.map((document) => ({ document, ...reader.read(document) }));
const graphs = readings.map((reading) => toQuads(reading, { version: 'bench' }));

function tokensOf(document: Document): number {
  return analyzer.analyze(document.text, document.blocks).reduce((sum, sentence) => sum + sentence.tokens.length, 0);
}

const stages: readonly (readonly [name: string, work: () => void])[] = [
  ['text', () => sources.forEach(({ name, bytes }) => void readDocument(bytes, { name }))],
  ['language', () => documents.forEach(tokensOf)],
  ['language + extraction', () => documents.forEach((document) => void reader.read(document))],
  ['mapping to RDF', () => readings.forEach((reading) => void toQuads(reading, { version: 'bench' }))],
  ['writing TriG', () => graphs.forEach((quads) => void serialize(quads, 'trig'))],
];
console.log(`${documents.length} articles, ${tokens} tokens, median of ${rounds} rounds`);
for (const [name, work] of stages) {
  const milliseconds = median(work);
  const perSecond = (count: number): string => Math.round((count / milliseconds) * 1000).toString();
  console.log(
    `${name.padEnd(22)} ${milliseconds.toFixed(1).padStart(8)} ms ${perSecond(documents.length).padStart(7)} articles/s ${perSecond(tokens).padStart(8)} tokens/s`,
  );
}
