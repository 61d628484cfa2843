import type { PlacedFile } from './files.ts';
import { failAt, need, readTsv } from './tsv.ts';

/** British and American spellings of one word; a row written with either is found under both. */
export interface Spelling {
  /** The lemma itself first, then its other spelling if there is one. */
  variants(lemma: string): readonly string[];
}

/** Reads `spelling.tsv` (columns: british, american). */
export function readSpelling(files: readonly PlacedFile[]): Spelling {
  const other = new Map<string, string>();
  for (const row of files.flatMap(({ file }) => readTsv(file, ['british', 'american']))) {
    const pair = [need(row, 'british'), need(row, 'american')] as const;
    for (const lemma of pair) if (other.has(lemma)) failAt(row, `"${lemma}" has a spelling already`);
    other.set(pair[0], pair[1]);
    other.set(pair[1], pair[0]);
  }
  return {
    variants(lemma) {
      const twin = other.get(lemma);
      return twin === undefined ? [lemma] : [lemma, twin];
    },
  };
}
