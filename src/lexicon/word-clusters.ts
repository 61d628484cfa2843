/**
 * Words grouped by the company they keep: clusters of word embeddings at three levels, each inside the one above (Turian, Ratinov
 * and Bengio 2010, "Word representations: a simple and general method for semi-supervised learning"). The table is
 * `data/language/word-clusters.tsv`; it is read only by who asks for it.
 */
import { type DataFile, failAt, need, number, readTsv, type TsvRow } from './tsv.ts';

/** How narrow a group is: some 60 words, 500 words, 3000 words. */
export type ClusterLevel = 'fine' | 'middle' | 'coarse';

const LEVELS: readonly ClusterLevel[] = ['fine', 'middle', 'coarse'];
/** Largest number of a group. */
const LIMIT = 4095;

/** The groups of one row of the table. */
export type Clusters = Readonly<Record<ClusterLevel, number>>;

export class WordClusters {
  readonly #rows: ReadonlyMap<string, Clusters>;

  constructor(rows: ReadonlyMap<string, Clusters>) {
    this.#rows = rows;
  }

  /** The number of the word's group at a level, or -1 for a word that is in none; case does not count. */
  clusterOf(word: string, level: ClusterLevel): number {
    return this.#rows.get(word.toLowerCase())?.[level] ?? -1;
  }

  /** Every word with its groups, in the order of the table. */
  entries(): IterableIterator<[string, Clusters]> {
    return this.#rows.entries();
  }
}

/**
 * Reads the table: columns fine, middle, coarse (whole numbers) and words (separated by blanks, lower case).
 * @throws DemarcheError kind `lexicon` with file and line for a bad number, a fine group told twice, a group in two groups above
 * it, a word in two groups or in capitals.
 */
export function readWordClusters(file: DataFile): WordClusters {
  const rows = new Map<string, Clusters>();
  const parents = new Map<string, number>();
  for (const row of readTsv(file, [...LEVELS, 'words'])) {
    const [fine, middle, coarse] = LEVELS.map((level) => wholeNumber(row, level)) as [number, number, number];
    if (parents.has(`fine ${fine}`)) failAt(row, `group ${fine} has two rows`, 'put its words into one');
    checkParent(row, parents, 'fine', fine, middle);
    checkParent(row, parents, 'middle', middle, coarse);
    const clusters = { fine, middle, coarse };
    for (const word of need(row, 'words').split(' ')) {
      checkWord(row, word, rows);
      rows.set(word, clusters);
    }
  }
  return new WordClusters(rows);
}

function wholeNumber(row: TsvRow, level: ClusterLevel): number {
  need(row, level);
  const value = number(row, level, 0, LIMIT) as number;
  return Number.isInteger(value) ? value : failAt(row, `column "${level}" holds ${value}`, `a whole number from 0 to ${LIMIT}`);
}

/** A group lies in one group of the level above. */
function checkParent(row: TsvRow, parents: Map<string, number>, level: ClusterLevel, group: number, above: number): void {
  const known = parents.get(`${level} ${group}`);
  if (known !== undefined && known !== above) failAt(row, `${level} group ${group} is in ${known} and in ${above}`, 'keep one');
  parents.set(`${level} ${group}`, above);
}

function checkWord(row: TsvRow, word: string, rows: ReadonlyMap<string, Clusters>): void {
  if (word === '') failAt(row, 'two blanks between words', 'separate words by one');
  if (word !== word.toLowerCase()) failAt(row, `"${word}" is not in lower case`, 'words are looked up in lower case');
  const known = rows.get(word);
  if (known) failAt(row, `"${word}" is in group ${known.fine} already`, 'a word has one group');
}
