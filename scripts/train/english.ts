/**
 * Trains the English analyser: `npx tsx scripts/train/english.ts --treebank DIR --out FILE`.
 *
 * DIR holds `*-train.conllu` or `*-train.conllu.gz` files of Universal Dependencies English. The same input gives the
 * same bytes; one core is used. `--epochs N` shortens a trial run.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseConllu, type TreebankSentence } from '../../src/evaluation/conllu.ts';
import { writeModel } from '../../src/language/binary.ts';
import { inventoryOf } from '../../src/language/english.ts';
import { encodeTable, HashedTable, MAX_CLASSES } from '../../src/language/table.ts';
import { type LexiconEntry, WordTable } from '../../src/language/words.ts';
import { learnCasing } from './casing.ts';
import { learnLemmas } from './lemmatizer.ts';
import { type ParsedSentence, trainParser } from './parser.ts';
import { seeded } from './random.ts';
import { jackknife, learnLexicon, type TaggedSentence, trainTagger } from './tagger.ts';

const FOLDS = 4;
const TAGGER_EPOCHS = 4;
const TAGGER_PRUNING = { maxRows: 250_000, minShare: 0.008 };
const MOVE_PRUNING = { maxRows: 1_000_000, minShare: 0 };
const ARC_PRUNING = { maxRows: 250_000, minShare: 0.008 };
const MIN_TAG_COUNT = 3;

const readTreebanks = (folder: string): TreebankSentence[] =>
  readdirSync(folder)
    .filter((name) => /-train\.conllu(\.gz)?$/.test(name))
    .sort()
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      return parseConllu((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
    });

/** Joint tags "UPOS/XPOS", commonest first, without the very rare ones. */
const tagNames = (sentences: readonly TreebankSentence[]): string[] => {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const { upos, xpos } of words) counts.set(`${upos}/${xpos}`, (counts.get(`${upos}/${xpos}`) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, n]) => n >= MIN_TAG_COUNT)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_CLASSES)
    .map(([name]) => name);
};

const withTags = (sentences: readonly TreebankSentence[], names: readonly string[]): TaggedSentence[] => {
  const classOf = new Map(names.map((name, i) => [name, i]));
  const nearest = (upos: string, xpos: string) =>
    classOf.get(`${upos}/${xpos}`) ?? names.findIndex((name) => name.startsWith(`${upos}/`));
  return sentences.map(({ words }) => ({
    forms: words.map((word) => word.form),
    tags: words.map(({ upos, xpos }) => nearest(upos, xpos)),
  }));
};

const lexiconLines = (lexicon: ReadonlyMap<string, LexiconEntry>): string[] =>
  [...lexicon].map(([form, { tags, fixed }]) => `${form}\t${tags.join(',')}${fixed ? '\t!' : ''}`);

/** Data lines of a word list in `data/language`, without the header. */
const listLines = (name: string): string[] =>
  readFileSync(new URL(`../../data/language/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);

const main = (): void => {
  const { values } = parseArgs({
    options: { treebank: { type: 'string' }, out: { type: 'string' }, epochs: { type: 'string', default: '10' } },
  });
  if (!values.treebank || !values.out) throw new Error('usage: english.ts --treebank DIR --out FILE [--epochs N]');
  const started = Date.now();
  const log = (message: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${message}`);
  const treebank = readTreebanks(values.treebank);
  log(`${treebank.length} sentences`);
  const names = tagNames(treebank);
  const tagged = withTags(treebank, names);
  const lexicon = learnLexicon(tagged);
  const words = new WordTable(lexicon);
  const taggerTable = encodeTable(trainTagger(tagged, words, names.length, TAGGER_EPOCHS, seeded(1)).rows(TAGGER_PRUNING));
  log(`tagger: ${taggerTable.length} bytes`);
  const tags = jackknife(
    tagged,
    names.length,
    FOLDS,
    TAGGER_EPOCHS - 1,
    seeded(2),
    (p) => new HashedTable(encodeTable(p.rows(TAGGER_PRUNING))),
  );
  log('tags for the parser');
  const labels = [...new Set(treebank.flatMap((sentence) => sentence.words.map((word) => word.deprel)))].sort();
  const examples = treebank.map(
    (sentence, i): ParsedSentence => ({
      words: sentence.words.map((word) => words.get(word.form)),
      tags: tags[i]!,
      heads: Int32Array.from(sentence.words, ({ head }) => (head < 0 ? sentence.words.length : head)),
      labels: Int32Array.from(sentence.words, ({ deprel }) => labels.indexOf(deprel)),
    }),
  );
  const parser = trainParser(examples, inventoryOf(names, labels), Number(values.epochs), seeded(3), (epoch, moves, arcs) =>
    log(`epoch ${epoch + 1}: ${moves} wrong moves, ${arcs} wrong labels`),
  );
  const { exceptions, rules } = learnLemmas(treebank);
  const { lowercase, starters } = learnCasing(treebank);
  const text = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));
  const bytes = writeModel([
    ['tags', text(names)],
    ['labels', text(labels)],
    ['lexicon', text(lexiconLines(lexicon))],
    ['tagger', taggerTable],
    ['moves', encodeTable(parser.moves.rows(MOVE_PRUNING))],
    ['arcs', encodeTable(parser.labels.rows(ARC_PRUNING))],
    ['lemma-exceptions', text(exceptions)],
    ['lemma-rules', text(rules)],
    ['abbreviations', text(listLines('abbreviations'))],
    ['prefixes', text(listLines('prefixes'))],
    ['reporting', text(listLines('reporting'))],
    ['starters', text(starters)],
    ['lowercase', text(lowercase)],
  ]);
  writeFileSync(values.out, bytes);
  log(`${values.out}: ${bytes.length} bytes`);
};

main();
