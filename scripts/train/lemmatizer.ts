/** Training of the lemmatizer: suffix rules by majority, exceptions for what they get wrong. */
import type { TreebankSentence } from '../../src/evaluation/conllu.ts';
import { type LemmaTables, Lemmatizer } from '../../src/language/lemmatizer.ts';
import type { SenseTable } from '../../src/language/senses.ts';
import { normaliseQuotes } from '../../src/language/words.ts';

const MAX_SUFFIX = 7;

export const learnLemmas = (
  sentences: readonly TreebankSentence[],
  irregulars: readonly string[],
  dictionary: SenseTable,
): LemmaTables => {
  const counts = countLemmas(sentences);
  const rules = learnRules(counts);
  const ruled = new Lemmatizer({ exceptions: [], rules, irregulars }, dictionary);
  const exceptions: string[] = [];
  for (const key of [...counts.keys()].sort()) {
    const [tag, form] = key.split('\t') as [string, string];
    const [lemma] = majority(counts.get(key)!);
    if (ruled.lemma(form, tag, true) !== lemma) exceptions.push(`${tag}\t${form}\t${lemma}`);
  }
  return { exceptions, rules, irregulars };
};

const countLemmas = (sentences: readonly TreebankSentence[]): Map<string, Map<string, number>> => {
  const counts = new Map<string, Map<string, number>>();
  for (const { words } of sentences) {
    words.forEach(({ form, lemma, upos, xpos }, i) => {
      if (lemma === '_' || upos === 'X' || words[i + 1]?.deprel === 'goeswith') return;
      const plain = normaliseQuotes(form);
      const kept = upos === 'PROPN' || plain.toLowerCase() === plain || /^\p{Lu}/u.test(lemma) ? plain : plain.toLowerCase();
      const key = `${upos}/${xpos}\t${kept}`;
      const byLemma = counts.get(key) ?? new Map<string, number>();
      byLemma.set(lemma, (byLemma.get(lemma) ?? 0) + 1);
      counts.set(key, byLemma);
    });
  }
  return counts;
};

const majority = (votes: ReadonlyMap<string, number>): [string, number] =>
  [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;

/** Majority edit of every suffix; a rule is kept where it differs from that of the next shorter suffix. */
const learnRules = (counts: ReadonlyMap<string, ReadonlyMap<string, number>>): string[] => {
  const votes = new Map<string, Map<string, number>>();
  for (const [key, byLemma] of counts) {
    const [tag, form] = key.split('\t') as [string, string];
    const [lemma] = majority(byLemma);
    const edit = editOf(form, lemma);
    if (edit === null) continue;
    for (let length = 0; length <= Math.min(MAX_SUFFIX, form.length); length++) {
      const suffix = `${tag}\t${form.slice(form.length - length)}`;
      const byEdit = votes.get(suffix) ?? new Map<string, number>();
      byEdit.set(edit, (byEdit.get(edit) ?? 0) + 1);
      votes.set(suffix, byEdit);
    }
  }
  const chosen = new Map<string, string>();
  const keys = [...votes.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const key of keys) {
    const [edit, count] = majority(votes.get(key)!);
    const total = [...votes.get(key)!.values()].reduce((sum, n) => sum + n, 0);
    const length = key.length - key.indexOf('\t') - 1;
    if (length > 0 && (count < 2 || count < total * 0.6)) continue;
    if (edit !== inherited(chosen, key)) chosen.set(key, edit);
  }
  return [...chosen].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([key, edit]) => `${key}\t${edit}`);
};

/** The edit that the longest shorter suffix prescribes. */
const inherited = (chosen: ReadonlyMap<string, string>, key: string): string | undefined => {
  const [tag, suffix] = key.split('\t') as [string, string];
  for (let cut = 1; cut <= suffix.length; cut++) {
    const edit = chosen.get(`${tag}\t${suffix.slice(cut)}`);
    if (edit !== undefined) return edit;
  }
  return undefined;
};

/** "strip TAB add", or null where form and lemma share too little. */
const editOf = (form: string, lemma: string): string | null => {
  let common = 0;
  while (common < form.length && common < lemma.length && form[common] === lemma[common]) common++;
  if (common === 0 || form.length - common > 5) return null;
  return `${form.length - common}\t${lemma.slice(common)}`;
};
