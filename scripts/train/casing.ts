/** Which words are lower-case in running text, learnt from the middles of sentences. */
import type { TreebankSentence } from '../../src/evaluation/conllu.ts';

export interface Casing {
  /** Words usually written in lower case. */
  readonly lowercase: string[];
  /** Those of them that often begin a sentence. */
  readonly starters: string[];
}

const STARTER_TAGS: ReadonlySet<string> = new Set(['DET', 'PRON', 'ADP', 'SCONJ', 'CCONJ', 'ADV', 'AUX', 'INTJ', 'PART', 'NUM']);

export const learnCasing = (sentences: readonly TreebankSentence[]): Casing => {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  const first = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { words } of sentences) {
    words.forEach(({ form, upos }, i) => {
      const key = form.toLowerCase();
      if (!/^\p{L}/u.test(form)) return;
      if (i === 0 && STARTER_TAGS.has(upos)) add(first, key);
      if (i > 0 && words.some((word) => /^\p{Ll}/u.test(word.form))) add(form === key ? lower : capital, key);
    });
  }
  const lowercase = [...lower.keys()].sort().filter((key) => lower.get(key)! >= 4 * (capital.get(key) ?? 0));
  const starters = lowercase.filter((key) => (first.get(key) ?? 0) >= 3);
  return { lowercase, starters: [...starters, 'i'].sort() };
};
