/**
 * Trains the English analyser: `npx tsx scripts/train/english.ts --treebank DIR --out FILE`.
 *
 * DIR holds `*-train.conllu` or `*-train.conllu.gz` files of Universal Dependencies English. The same input gives the
 * same bytes; one core is used. For trials `--epochs N` shortens the training of the parser and `--work DIR` keeps the tags it
 * is trained on from run to run.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseConllu, type TreebankSentence } from '../../src/evaluation/conllu.ts';
import { writeModel } from '../../src/language/binary.ts';
import { inventoryOf } from '../../src/language/english.ts';
import { encodeMoves } from '../../src/language/move-table.ts';
import type { Inventory } from '../../src/language/parser-atoms.ts';
import type { OpenTree } from '../../src/language/punctuation.ts';
import { encodeSenses, packSense, SenseTable } from '../../src/language/senses.ts';
import { encodeTable, HashedTable, MAX_CLASSES } from '../../src/language/table.ts';
import { type LexiconEntry, WordTable } from '../../src/language/words.ts';
import { learnCasing } from './casing.ts';
import { learnLemmas } from './lemmatizer.ts';
import { type ParsedSentence, trainParser } from './parser.ts';
import { trainPunctuation } from './punctuation.ts';
import { seeded } from './random.ts';
import { jackknife, learnLexicon, type TaggedSentence, trainTagger } from './tagger.ts';

const FOLDS = 4;
const TAGGER_EPOCHS = 4;
const TAGGER_PRUNING = { maxRows: 250_000, minShare: 0.008 };
const MOVE_ROWS = 900_000;
const ARC_PRUNING = { maxRows: 250_000, minShare: 0.008 };
const PUNCTUATION_PRUNING = { maxRows: 30_000, minShare: 0.005 };
const PUNCTUATION_EPOCHS = 4;
const MIN_TAG_COUNT = 3;

const readTreebanks = (folder: string): TreebankSentence[] =>
  readdirSync(folder)
    .filter((name) => /-train\.conllu(\.gz)?$/.test(name))
    .sort()
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      return parseConllu((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
    });

/** Tags computed once and kept in a folder, if there is one. */
const kept = (folder: string | undefined, name: string, compute: () => Int32Array[]): Int32Array[] => {
  if (folder === undefined) return compute();
  const file = join(folder, `${name}.json`);
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as number[][]).map((tags) => Int32Array.from(tags));
  const tags = compute();
  writeFileSync(file, JSON.stringify(tags.map((row) => [...row])));
  return tags;
};

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

/** The gold tree with its punctuation to be attached. */
const openTree = (
  { words }: TreebankSentence,
  { words: forms, heads, labels }: ParsedSentence,
  gold: readonly number[],
  inventory: Inventory,
): OpenTree => ({
  n: words.length,
  heads,
  labels,
  universal: Int32Array.from(gold, (tag) => inventory.universal[tag]!),
  loose: Uint8Array.from(words, ({ upos, deprel }) => (upos === 'PUNCT' && deprel === 'punct' ? 1 : 0)),
  forms: Int32Array.from(forms, ({ form }) => form),
});

/** The dictionary as (lemma, packed sense). */
const senseRows = (): [string, number][] =>
  listLines('senses').map((line) => {
    const [lemma, noun, verb, adjective, adverb, proper] = line.split('\t');
    return [lemma!, packSense(Number(noun), Number(verb), adjective !== '', adverb !== '', proper !== '')];
  });

const main = (): void => {
  const { values } = parseArgs({
    options: {
      treebank: { type: 'string' },
      out: { type: 'string' },
      work: { type: 'string' },
      epochs: { type: 'string', default: '10' },
    },
  });
  if (!values.treebank || !values.out) throw new Error('usage: english.ts --treebank DIR --out FILE [--epochs N] [--work DIR]');
  const started = Date.now();
  const log = (message: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${message}`);
  const treebank = readTreebanks(values.treebank);
  log(`${treebank.length} sentences`);
  const names = tagNames(treebank);
  const tagged = withTags(treebank, names);
  const lexicon = learnLexicon(tagged);
  const senseSection = encodeSenses(senseRows());
  const senses = new SenseTable(senseSection);
  const words = new WordTable(lexicon, senses);
  const taggerTable = encodeTable(trainTagger(tagged, words, names.length, TAGGER_EPOCHS, seeded(1)).rows(TAGGER_PRUNING));
  log(`tagger: ${taggerTable.length} bytes`);
  const tags = kept(values.work, 'tags', () =>
    jackknife(
      tagged,
      senses,
      names.length,
      FOLDS,
      TAGGER_EPOCHS - 1,
      seeded(2),
      (p) => new HashedTable(encodeTable(p.rows(TAGGER_PRUNING))),
    ),
  );
  log('tags for the parser');
  const labels = [...new Set(treebank.flatMap((sentence) => sentence.words.map((word) => word.deprel)))].sort();
  const inventory = inventoryOf(names, labels);
  const examples = treebank.map(
    (sentence, i): ParsedSentence => ({
      words: sentence.words.map((word) => words.get(word.form)),
      tags: tags[i]!,
      heads: Int32Array.from(sentence.words, ({ head }) => (head < 0 ? sentence.words.length : head)),
      labels: Int32Array.from(sentence.words, ({ deprel }) => labels.indexOf(deprel)),
    }),
  );
  const parser = trainParser(examples, inventory, Number(values.epochs), seeded(3), (epoch, moves, arcs) =>
    log(`epoch ${epoch + 1}: ${moves} wrong moves, ${arcs} wrong labels`),
  );
  const trees = treebank
    .map((sentence, i) => openTree(sentence, examples[i]!, tagged[i]!.tags, inventory))
    .filter(({ loose }) => loose.includes(0));
  const punctuation = trainPunctuation(trees, PUNCTUATION_EPOCHS, seeded(4));
  const { exceptions, rules } = learnLemmas(treebank, listLines('irregular-verbs'), senses);
  const { lowercase, starters } = learnCasing(treebank);
  const text = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));
  const bytes = writeModel([
    ['tags', text(names)],
    ['labels', text(labels)],
    ['lexicon', text(lexiconLines(lexicon))],
    ['senses', senseSection],
    ['tagger', taggerTable],
    ['moves', encodeMoves(parser.moves.rows(MOVE_ROWS))],
    ['arcs', encodeTable(parser.labels.rows(ARC_PRUNING))],
    ['punctuation', encodeTable(punctuation.rows(PUNCTUATION_PRUNING))],
    ['lemma-exceptions', text(exceptions)],
    ['lemma-rules', text(rules)],
    ['irregular-verbs', text(listLines('irregular-verbs'))],
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
