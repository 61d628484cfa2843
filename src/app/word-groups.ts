import { type ClusterLevel, readWordClusters } from '../lexicon/word-clusters.ts';
import { clusterTable } from './weights.ts';

/** Groups of a word, narrow and wide ("fine 12", "middle 3"); none for a word that is in no group. */
export type WordGroups = (word: string) => readonly string[];

const LEVELS: readonly ClusterLevel[] = ['fine', 'middle'];

/** @throws DemarcheError (kind `lexicon`) with file and line for a damaged table. */
export function loadWordGroups(): WordGroups {
  const name = 'data/language/word-clusters.tsv';
  const clusters = readWordClusters({ name, text: new TextDecoder().decode(clusterTable()) });
  return (word) =>
    LEVELS.flatMap((level) => {
      const cluster = clusters.clusterOf(word, level);
      return cluster < 0 ? [] : [`${level} ${cluster}`];
    });
}
