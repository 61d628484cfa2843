/** Training of the part-of-speech tagger. */
import type { SenseTable } from '../../src/language/senses.ts';
import type { Scorer } from '../../src/language/table.ts';
import { Tagger } from '../../src/language/tagger.ts';
import { type LexiconEntry, normaliseQuotes, type Word, WordTable } from '../../src/language/words.ts';
import { Perceptron } from './perceptron.ts';
import { type Random, shuffle } from './random.ts';

/** A sentence ready for training: forms and gold tag classes. */
export interface TaggedSentence {
  readonly forms: readonly string[];
  readonly tags: readonly number[];
}

const FIXED_COUNT = 30;
const FIXED_SHARE = 0.998;

/** The tags each form had, for forms seen at least `minCount` times. */
export const learnLexicon = (sentences: readonly TaggedSentence[], minCount = 3): Map<string, LexiconEntry> => {
  const counts = new Map<string, Map<number, number>>();
  for (const { forms, tags } of sentences) {
    forms.forEach((raw, i) => {
      const form = normaliseQuotes(raw);
      const byTag = counts.get(form) ?? new Map<number, number>();
      byTag.set(tags[i]!, (byTag.get(tags[i]!) ?? 0) + 1);
      counts.set(form, byTag);
    });
  }
  const lexicon = new Map<string, LexiconEntry>();
  for (const form of [...counts.keys()].sort()) {
    const byTag = [...counts.get(form)!].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const total = byTag.reduce((sum, [, n]) => sum + n, 0);
    if (total < minCount) continue;
    const tags = byTag.filter(([, n]) => n >= total * 0.05).map(([tag]) => tag);
    lexicon.set(form, { tags, fixed: total >= FIXED_COUNT && byTag[0]![1] >= total * FIXED_SHARE });
  }
  return lexicon;
};

/** Trains a tagger for some epochs and returns its weights. */
export const trainTagger = (
  sentences: readonly TaggedSentence[],
  words: WordTable,
  classes: number,
  epochs: number,
  random: Random,
): Perceptron => {
  const perceptron = new Perceptron();
  const tagger = new Tagger(perceptron, classes);
  const data = sentences.map(({ forms, tags }) => ({ words: forms.map((form) => words.get(form)), gold: tags }));
  const tags = new Int32Array(1024);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(data, random);
    for (const sentence of data) trainSentence(tagger, perceptron, sentence.words, sentence.gold, tags);
  }
  return perceptron;
};

const trainSentence = (
  tagger: Tagger,
  perceptron: Perceptron,
  words: readonly Word[],
  gold: readonly number[],
  tags: Int32Array,
): void => {
  for (let i = 0; i < words.length; i++) {
    const fixed = words[i]!.fixed;
    if (fixed >= 0) {
      tags[i] = fixed;
      continue;
    }
    const count = tagger.features(words, tags, i);
    const predicted = tagger.best(count);
    perceptron.tick();
    if (predicted !== gold[i]!) perceptron.update(tagger.hashes, count, gold[i]!, predicted);
    tags[i] = predicted;
  }
};

/** Tags sentences in `folds` parts, each by a tagger that has not seen the part. */
export const jackknife = (
  sentences: readonly TaggedSentence[],
  senses: SenseTable,
  classes: number,
  folds: number,
  epochs: number,
  random: Random,
  build: (perceptron: Perceptron) => Scorer,
): Int32Array[] => {
  const out: Int32Array[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const rest = sentences.filter((_, i) => i % folds !== fold);
    const words = new WordTable(learnLexicon(rest), senses);
    const tagger = new Tagger(build(trainTagger(rest, words, classes, epochs, random)), classes);
    for (let i = fold; i < sentences.length; i += folds) {
      const tags = new Int32Array(sentences[i]!.forms.length);
      tagger.tag(
        sentences[i]!.forms.map((form) => words.get(form)),
        tags,
      );
      out[i] = tags;
    }
  }
  return out;
};
