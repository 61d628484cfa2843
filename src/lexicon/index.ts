import { DemarcheError } from '../model/errors.ts';
import { ACTOR_TABLES } from './actor-rows.ts';
import { loadActors } from './actors.ts';
import { CALIBRATION_TABLES, loadCalibration } from './calibration.ts';
import { placeFiles } from './files.ts';
import { loadFrames } from './frames.ts';
import { loadPlaces } from './places.ts';
import type { DataFile } from './tsv.ts';
import type { Lexicon } from './types.ts';
import { loadWordClasses } from './word-classes.ts';
import { loadWords, WORD_TABLES } from './words.ts';

export type { DataFile } from './tsv.ts';
export type * from './types.ts';

/** Tables of the places folder. */
const PLACE_TABLES = ['cities', 'towns', 'regions', 'stop-names'];

/** A misspelt file name must not pass for an empty table. */
function checkTables(files: readonly DataFile[], folder: string, tables: readonly string[]): void {
  for (const { file, table } of placeFiles(files, folder))
    if (!tables.includes(table))
      throw new DemarcheError('lexicon', `no table is called "${table}"`, {
        location: { file: file.name },
        hint: `tables of ${folder}/ are ${tables.join(', ')}`,
      });
}

/**
 * Builds all look-ups from the tables of `data/`.
 *
 * A table is known by the last two parts of its file's name (`actors/states.tsv`); other files are left alone.
 * An analyst's own folder has the same layout and comes last: `loadLexicon([...shipped, ...own])`. A row of it takes
 * over the shipped row of the same id (cells left empty keep their values), and its name forms are added.
 *
 * @throws DemarcheError kind `lexicon` with file and line for anything the READMEs in `data/` do not allow.
 */
export function loadLexicon(files: readonly DataFile[]): Lexicon {
  checkTables(files, 'actors', [...Object.keys(ACTOR_TABLES), ...Object.keys(WORD_TABLES)]);
  checkTables(files, 'places', PLACE_TABLES);
  checkTables(files, 'calibration', CALIBRATION_TABLES);
  const actors = loadActors(files);
  return Object.freeze({
    ...actors,
    ...loadWords(files),
    places: loadPlaces(files, actors),
    ...loadFrames(files),
    wordClasses: loadWordClasses(files),
    calibration: loadCalibration(files),
  });
}
