/**
 * Trains the wide tier of the suite `directed-sentiment`: `npx tsx scripts/train/directed-sentiment.ts TRAIN.tsv[.gz] [OUT]`.
 *
 * Each sentence is asked twice, for the stance of p to q and of q to p, with shared weights. The weights that `support` and `oppose`
 * start with are set on five folds of the training part for the best macro-F1 of the five classes. About 3 minutes; the same
 * input, codebook and parser give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReader } from '../../src/app/reader.ts';
import { classLogs, likeliest } from '../../src/evaluation/directed-sentiment/answer.ts';
import { type Direction, featuresOf } from '../../src/evaluation/directed-sentiment/features.ts';
import { parseSentences, type SentimentClass } from '../../src/evaluation/directed-sentiment/gold.ts';
import { macroF1 } from '../../src/evaluation/directed-sentiment/macro.ts';
import { logShares, SCALE, STANCES } from '../../src/evaluation/directed-sentiment/model.ts';
import { loadSigns, stancesIn } from '../../src/evaluation/directed-sentiment/suite.ts';
import { decodeCorpus } from '../../src/evaluation/gzip.ts';
import { type Example, fitLogistic } from './logistic.ts';

const MIN_COUNT = 3;
/** Inverse variance of the weights' prior, chosen by folds among 3, 10 and 20. */
const PRIOR = 20;
const FOLDS = 5;
const ROWS = 20_000;
const K = STANCES.length;
const DIRECTIONS: readonly Direction[] = ['pq', 'qp'];

/** Class of the gold as seen by who is asked: none, support or oppose. */
const STANCE_OF: Readonly<Record<Direction, Readonly<Record<SentimentClass, number>>>> = {
  pq: { 0: 0, 1: 1, 2: 0, 3: 2, 4: 0 },
  qp: { 0: 0, 1: 0, 2: 1, 3: 0, 4: 2 },
};

const [input, output = join(import.meta.dirname, '..', '..', 'data', 'models', 'directed-sentiment.tsv')] = process.argv.slice(2);
if (!input) throw new Error('usage: directed-sentiment.ts TRAIN.tsv[.gz] [OUT]');
const reader = loadReader();
const signs = loadSigns(reader);
const golds = parseSentences(input, decodeCorpus(input, readFileSync(input)));
const seen = golds.map((gold) => {
  const { sentences, stances } = stancesIn(reader, gold);
  return DIRECTIONS.map((direction) => [...featuresOf(gold, sentences, stances, direction, signs)]);
});
const counts = new Map<string, number>();
for (const both of seen) for (const features of both) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
const names = [...counts].filter(([, count]) => count >= MIN_COUNT).map(([name]) => name);
const ids = new Map(names.map((name, i) => [name, i]));
const examples = seen.map((both, i) =>
  both.map(
    (features, d): Example => ({
      features: Int32Array.from(features.flatMap((feature) => ids.get(feature) ?? [])),
      gold: STANCE_OF[DIRECTIONS[d]!][golds[i]!.gold],
      weight: 1,
    }),
  ),
);
console.log(`${examples.length} sentences, ${names.length} features`);

const sumsOf = (weights: Float64Array, { features }: Example): number[] =>
  STANCES.map((_, at) => features.reduce((sum, feature) => sum + weights[feature * K + at]!, 0));

/** Pairs of one sentence stay together: the same words on both sides of a fold would flatter the figure. */
const foldOf = new Map<string, number>();
for (const { text } of golds) if (!foldOf.has(text)) foldOf.set(text, foldOf.size % FOLDS);
const folds = golds.map(({ text }) => foldOf.get(text)!);
const held = new Array<number[][]>(examples.length);
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fitLogistic(examples.filter((_, i) => folds[i] !== fold).flat(), names.length, K, PRIOR);
  examples.forEach((both, i) => {
    if (folds[i] === fold) held[i] = both.map((one) => sumsOf(weights, one));
  });
}

const figureOf = (offsets: readonly number[]): number =>
  macroF1(
    held.map((both, i) => {
      const [pq, qp] = both.map((sums) => logShares(sums.map((sum, at) => sum + offsets[at]!)));
      return { gold: golds[i]!.gold, answer: likeliest(classLogs(pq!, qp!)) };
    }),
  );

/** Head starts of support and oppose that give the best macro-F1, on a grid. */
let best = { offsets: [0, 0, 0], figure: 0 };
for (let support = -0.5; support <= 3; support += 0.25)
  for (let oppose = -0.5; oppose <= 3; oppose += 0.25) {
    const figure = figureOf([0, support, oppose]);
    if (figure > best.figure) best = { offsets: [0, support, oppose], figure };
  }
console.log(`macro-F1 over ${FOLDS} folds ${(100 * best.figure).toFixed(1)}, head starts ${best.offsets.slice(1).join(' ')}`);

const weights = fitLogistic(examples.flat(), names.length, K, PRIOR);
const bias = ids.get('bias')!;
best.offsets.forEach((offset, at) => {
  weights[bias * K + at]! += offset;
});
const rows = names
  .map((name, i) => ({
    name,
    values: STANCES.map((_, at) => Math.round(weights[i * K + at]! * SCALE)),
    count: counts.get(name)!,
  }))
  .filter(({ values }) => values.some((value) => value !== 0))
  .sort((a, b) => strength(b) - strength(a) || (a.name < b.name ? -1 : 1))
  .slice(0, ROWS)
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const head =
  '# Linear model of the suite directed-sentiment; see directed-sentiment.md. Columns: feature, then a weight for none, support, oppose.';
writeFileSync(output, `${[head, ...rows.map(({ name, values }) => [name, ...values].join('\t'))].join('\n')}\n`);
console.log(`${rows.length} rows in ${output}`);

/** How much a row matters over the training part. */
function strength({ values, count }: { values: readonly number[]; count: number }): number {
  return (Math.max(...values) - Math.min(...values)) * Math.sqrt(count);
}
