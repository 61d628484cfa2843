import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFile } from '../lexicon/tsv.ts';
import { explainFileError } from './node-files.ts';
import { PACKAGE_ROOT } from './package.ts';

/** Folders of data/ that hold the codebook. */
const FOLDERS = ['actors', 'calibration', 'cues', 'frames', 'places', 'reading', 'topics'];

/** Tables of one folder, in code-unit order of their names; none where there is no such folder. */
function tablesIn(root: string, shown: string, folder: string): DataFile[] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter((name) => name.endsWith('.tsv'));
  return names.sort().map((name) => {
    const path = join(directory, name);
    try {
      return { name: `${shown}/${folder}/${name}`, text: readFileSync(path, 'utf8') };
    } catch (error) {
      throw explainFileError(error, path);
    }
  });
}

/** The tables of the codebook: those shipped, then an analyst's own, which override them by id. */
export function codebookTables(ownFolder?: string): DataFile[] {
  const shipped = FOLDERS.flatMap((folder) => tablesIn(join(PACKAGE_ROOT, 'data'), 'data', folder));
  const own = ownFolder === undefined ? [] : FOLDERS.flatMap((folder) => tablesIn(ownFolder, ownFolder, folder));
  return [...shipped, ...own];
}

/** SHA-256 (hex) of tables: their places in the codebook and their contents, not where the codebook lies. */
export function hashTables(tables: readonly DataFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of tables) hash.update(JSON.stringify([name.split(/[/\\]/).slice(-2).join('/'), text]));
  return hash.digest('hex');
}
