/**
 * Trains the recogniser of names: `npx tsx scripts/train/names.ts --treebank DIR --out FILE`.
 *
 * DIR holds `gum-train.conllu` and `gum-dev.conllu`, or the same with `.gz`; the entities are read from the MISC column. Tags
 * and trees come from `data/models/english.bin`. With `--evaluate` the finished model is scored on the development part.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { commentValue, parseConllu, type TreebankSentence } from '../../src/evaluation/conllu.ts';
import { namesOf } from '../../src/evaluation/names/entities.ts';
import { readModel, writeModel } from '../../src/language/binary.ts';
import { ClusterTable, encodeClusters } from '../../src/language/clusters.ts';
import { type LanguageAnalyzer, loadEnglish } from '../../src/language/english.ts';
import { loadNames, NAME_TYPES, NameTagger, type NameType } from '../../src/language/names.ts';
import { SenseTable } from '../../src/language/senses.ts';
import { encodeTable } from '../../src/language/table.ts';
import { readWordClusters } from '../../src/lexicon/word-clusters.ts';
import type { Sentence } from '../../src/model/syntax.ts';
import { Perceptron } from './perceptron.ts';
import { seeded, shuffle } from './random.ts';

const EPOCHS = 8;
const RUNS = 3;
const PRUNING = { maxRows: 150_000, minShare: 0.01 };
const TYPES: ReadonlyMap<string, NameType> = new Map([
  ['person', 'PER'],
  ['organization', 'ORG'],
  ['place', 'LOC'],
]);
export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
}

/** Gold names of a sentence by the recogniser's types. */
export const goldNames = (sentence: TreebankSentence): GoldName[] =>
  namesOf(sentence)
    .map(({ start, end, kind }) => ({ start, end, type: TYPES.get(kind)! }))
    .sort((a, b) => a.start - b.start);

const classesOf = (length: number, names: readonly GoldName[]): Int32Array => {
  const classes = new Int32Array(length);
  for (const { start, end, type } of names) {
    const begin = 1 + 2 * NAME_TYPES.indexOf(type);
    for (let i = start; i < end; i++) classes[i] = i === start ? begin : begin + 1;
  }
  return classes;
};

/** The sentence as the analyser sees it, over the treebank's words; offsets count words. */
const analysed = ({ words }: TreebankSentence, english: LanguageAnalyzer): Sentence => ({
  index: 0,
  block: 0,
  start: 0,
  end: words.length,
  tokens: english.annotate(words.map(({ form }) => form)).map((analysis, index) => ({
    ...analysis,
    index,
    form: words[index]!.form,
    start: index,
    end: index + 1,
  })),
});

const trainNames = (
  data: readonly { sentence: Sentence; classes: Int32Array }[],
  senses: SenseTable,
  clusters: ClusterTable,
): Perceptron => {
  const perceptron = new Perceptron();
  const tagger = new NameTagger(perceptron, senses, clusters);
  const examples = data.map(({ sentence, classes }) => ({ traits: tagger.traits(sentence.tokens), classes }));
  const random = seeded(5);
  for (let epoch = 0; epoch < EPOCHS * RUNS; epoch++) {
    if (epoch > 0 && epoch % EPOCHS === 0) perceptron.restart();
    shuffle(examples, random);
    for (const { traits, classes } of examples) {
      let previous = 0;
      for (let i = 0; i < traits.length; i++) {
        const count = tagger.decide(traits, i, previous);
        perceptron.tick();
        previous = tagger.decision.best;
        if (previous === classes[i]) continue;
        perceptron.update(tagger.hashes, count, classes[i]!, previous);
        previous = classes[i]!;
      }
    }
  }
  return perceptron;
};

/** F1 by type: a name counts as found when a name of its type overlaps it. */
const evaluate = (data: readonly { sentence: Sentence; gold: readonly GoldName[] }[], tagger: NameTagger): string => {
  const cells = NAME_TYPES.map((type) => {
    const count = { gold: 0, found: 0, hit: 0, right: 0 };
    for (const { sentence, gold } of data) {
      const found = tagger.tag(sentence).filter((name) => name.type === type);
      const wanted = gold.filter((name) => name.type === type);
      const meets = (a: GoldName) => (b: GoldName) => a.start < b.end && b.start < a.end;
      count.gold += wanted.length;
      count.found += found.length;
      count.hit += wanted.filter((name) => found.some(meets(name))).length;
      count.right += found.filter((name) => wanted.some(meets(name))).length;
    }
    const recall = count.hit / count.gold;
    const precision = count.right / count.found;
    return `${type} P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)} F1 ${((200 * precision * recall) / (precision + recall)).toFixed(1)} (${count.gold})`;
  });
  return cells.join('; ');
};

const readTreebank = (folder: string, name: string): TreebankSentence[] => {
  const plain = join(folder, `${name}.conllu`);
  return parseConllu((existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`))).toString('utf8'));
};

/** Sentences of documents whose name says one of the genres. */
const ofGenres = (sentences: readonly TreebankSentence[], genres: readonly string[]): TreebankSentence[] =>
  sentences.filter((sentence) => genres.some((genre) => commentValue(sentence, 'sent_id')?.startsWith(`GUM_${genre}_`)));

const readClusters = () => {
  const name = 'data/language/word-clusters.tsv';
  return readWordClusters({ name, text: readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8') });
};

const main = (): void => {
  const { values } = parseArgs({
    options: { treebank: { type: 'string' }, out: { type: 'string' }, evaluate: { type: 'boolean' } },
  });
  if (!values.treebank || !values.out) throw new Error('usage: names.ts --treebank DIR --out FILE [--evaluate]');
  const weights = readFileSync(new URL('../../data/models/english.bin', import.meta.url));
  const english = loadEnglish(weights);
  const senses = readModel(weights).section('senses');
  const clusters = encodeClusters(readClusters().entries());
  const data = readTreebank(values.treebank, 'gum-train').map((gold) => ({
    sentence: analysed(gold, english),
    classes: classesOf(gold.words.length, goldNames(gold)),
  }));
  const table = encodeTable(trainNames(data, new SenseTable(senses), new ClusterTable(clusters)).rows(PRUNING));
  const bytes = writeModel([
    ['names', table],
    ['senses', senses],
    ['clusters', clusters],
  ]);
  writeFileSync(values.out, bytes);
  console.log(`${values.out}: ${bytes.length} bytes`);
  if (!values.evaluate) return;
  const dev = readTreebank(values.treebank, 'gum-dev');
  const tagger = loadNames(bytes);
  for (const genres of [
    ['news', 'speech'],
    ['news', 'interview', 'speech', 'bio'],
  ]) {
    const part = ofGenres(dev, genres).map((gold) => ({ sentence: analysed(gold, english), gold: goldNames(gold) }));
    console.log(`${genres.join(', ')}: ${evaluate(part, tagger)}`);
  }
};

main();
