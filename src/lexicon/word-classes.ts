import { placeFiles } from './files.ts';
import { type DataFile, failAt, list, need, readTsv } from './tsv.ts';

/**
 * Reads the tables of `reading/` of every layer; words of later layers are added to those of earlier ones.
 * @throws DemarcheError kind `lexicon` with file and line for a word that is not lower case or a class without words.
 */
export function loadWordClasses(files: readonly DataFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const classes = new Map<string, Set<string>>();
  for (const { file } of placeFiles(files, 'reading')) {
    for (const row of readTsv(file, ['class', 'words'], ['note'])) {
      const words = list(row, 'words');
      if (words.length === 0) failAt(row, 'class has no words', 'separate words by |');
      for (const word of words) if (word !== word.toLowerCase()) failAt(row, `"${word}" is not lower case`);
      const name = need(row, 'class');
      classes.set(name, new Set([...(classes.get(name) ?? []), ...words]));
    }
  }
  return classes;
}
