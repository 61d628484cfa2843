/**
 * Trains the wide tier of the suite `directed-sentiment`: `npx tsx scripts/train/directed-sentiment.ts TRAIN.tsv[.gz] [OUT]`.
 *
 * Multinomial logistic regression (Berger, Della Pietra and Della Pietra 1996) by AdaGrad (Duchi, Hazan and Singer 2011).
 * The offsets of the classes are set on five folds of the training part for the best macro-F1. About 3 minutes; the same
 * input, codebook and parser give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReader } from '../../src/app/reader.ts';
import { featuresOf } from '../../src/evaluation/directed-sentiment/features.ts';
import { CLASSES, parseSentences, type SentimentClass } from '../../src/evaluation/directed-sentiment/gold.ts';
import { macroF1 } from '../../src/evaluation/directed-sentiment/macro.ts';
import { stancesIn } from '../../src/evaluation/directed-sentiment/suite.ts';
import { decodeCorpus } from '../../src/evaluation/gzip.ts';
import { seeded } from './random.ts';

const MIN_COUNT = 5;
const EPOCHS = 4;
const RATE = 0.1;
const RIDGE = 1e-3;
const FOLDS = 5;
const ROWS = 20_000;
const SCALE = 64;

interface Example {
  readonly features: readonly number[];
  readonly gold: SentimentClass;
}

/** Weights by feature and class, in one array. */
type Weights = Float64Array;
const K = CLASSES.length;

function probabilities(weights: Weights, features: readonly number[]): number[] {
  const sums = CLASSES.map((at) => features.reduce((sum, feature) => sum + weights[feature * K + at]!, 0));
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function train(examples: readonly Example[], width: number): Weights {
  const weights = new Float64Array(width * K);
  const squares = new Float64Array(width * K).fill(1e-8);
  const order = examples.map((_, i) => i);
  const random = seeded(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      const { features, gold } = examples[i]!;
      const shares = probabilities(weights, features);
      for (const feature of features)
        for (const at of CLASSES) {
          const cell = feature * K + at;
          const slope = shares[at]! - (at === gold ? 1 : 0) + RIDGE * weights[cell]!;
          squares[cell]! += slope * slope;
          weights[cell]! -= (RATE * slope) / Math.sqrt(squares[cell]!);
        }
    }
  }
  return weights;
}

const logits = (weights: Weights, features: readonly number[]): number[] =>
  CLASSES.map((at) => features.reduce((sum, feature) => sum + weights[feature * K + at]!, 0));

/** Offsets to the classes that give the best macro-F1, by coordinate ascent on a grid. */
function bestOffsets(scored: readonly { gold: SentimentClass; sums: readonly number[] }[]): {
  offsets: number[];
  figure: number;
} {
  const figureOf = (offsets: readonly number[]): number =>
    macroF1(
      scored.map(({ gold, sums }) => ({
        gold,
        answer: CLASSES.reduce(
          (best, at) => (sums[at]! + offsets[at]! > sums[best]! + offsets[best]! ? at : best),
          0 as SentimentClass,
        ),
      })),
    );
  let offsets = CLASSES.map(() => 0);
  let figure = figureOf(offsets);
  for (let round = 0; round < 4; round++)
    for (const at of CLASSES.slice(1))
      for (let step = -1; step <= 4; step += 0.25) {
        const tried = offsets.map((offset, i) => (i === at ? step : offset));
        const result = figureOf(tried);
        if (result > figure) [offsets, figure] = [tried, result];
      }
  return { offsets, figure };
}

const [input, output = join(import.meta.dirname, '..', '..', 'data', 'models', 'directed-sentiment.tsv')] = process.argv.slice(2);
if (!input) throw new Error('usage: directed-sentiment.ts TRAIN.tsv[.gz] [OUT]');
const reader = loadReader();
const golds = parseSentences(input, decodeCorpus(input, readFileSync(input)));
const texts = golds.map((gold) => {
  const { sentences, stances } = stancesIn(reader, gold);
  return featuresOf(gold, sentences, stances);
});
const counts = new Map<string, number>();
for (const features of texts) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
const names = [...counts].filter(([, count]) => count >= MIN_COUNT).map(([name]) => name);
const ids = new Map(names.map((name, i) => [name, i]));
const examples = texts.map(
  (features, i): Example => ({
    features: features.flatMap((feature) => ids.get(feature) ?? []),
    gold: golds[i]!.gold,
  }),
);
console.log(`${examples.length} sentences, ${names.length} features`);

/** Pairs of one sentence stay together: the same words on both sides of a fold would flatter the figure. */
const foldOf = new Map<string, number>();
for (const { text } of golds) if (!foldOf.has(text)) foldOf.set(text, foldOf.size % FOLDS);
const folds = golds.map(({ text }) => foldOf.get(text)!);
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = train(
    examples.filter((_, i) => folds[i] !== fold),
    names.length,
  );
  return examples.filter((_, i) => folds[i] === fold).map(({ features, gold }) => ({ gold, sums: logits(weights, features) }));
}).flat();
const { offsets, figure } = bestOffsets(held);
console.log(`macro-F1 over ${FOLDS} folds of the training part ${(100 * figure).toFixed(1)}, offsets ${offsets.join(' ')}`);

const weights = train(examples, names.length);
const bias = ids.get('bias')!;
for (const at of CLASSES) weights[bias * K + at]! += offsets[at]!;
const rows = names
  .map((name, i) => ({ name, values: CLASSES.map((at) => Math.round(weights[i * K + at]! * SCALE)), count: counts.get(name)! }))
  .filter(({ values }) => values.some((value) => value !== 0))
  .sort((a, b) => strength(b) - strength(a) || (a.name < b.name ? -1 : 1))
  .slice(0, ROWS)
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const head = `# Linear model of the suite directed-sentiment; see directed-sentiment.md. Columns: feature, then a weight for each class 0 to 4.`;
writeFileSync(output, `${[head, ...rows.map(({ name, values }) => [name, ...values].join('\t'))].join('\n')}\n`);
console.log(`${rows.length} rows in ${output}`);

/** How much a row matters over the training part. */
function strength({ values, count }: { values: readonly number[]; count: number }): number {
  return (Math.max(...values) - Math.min(...values)) * Math.sqrt(count);
}
