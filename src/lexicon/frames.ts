import { DemarcheError } from '../model/errors.ts';
import { readClasses } from './classes.ts';
import { type PlacedFile, placeFiles } from './files.ts';
import { readFrames, readModes } from './frame-rows.ts';
import { type Layered, overlay } from './layers.ts';
import { readSpelling, type Spelling } from './spelling.ts';
import { readTopics } from './topics.ts';
import type { DataFile } from './tsv.ts';
import type { Lexicon, SlotConstraint } from './types.ts';
import { readCues, readEvaluations, readLoadedTerms, readOperators } from './word-tables.ts';

/** The predicate side of the lexicon. */
export type FrameLexicon = Pick<
  Lexicon,
  'frames' | 'evaluations' | 'operators' | 'cues' | 'attitudes' | 'topics' | 'loadedTerms'
>;

/** Tables of the frames folder that hold no frames; every other table of it does. */
const AUXILIARY = ['classes', 'spelling', 'modes'];
const CUE_TABLES = ['reporting', 'operators', 'evaluations', 'loaded-terms'];

const named = (placed: readonly PlacedFile[], table: string): PlacedFile[] => placed.filter((one) => one.table === table);

function placed(files: readonly DataFile[], folder: string, tables: readonly string[]): PlacedFile[] {
  const found = placeFiles(files, folder);
  for (const { file, table } of found)
    if (!tables.includes(table))
      throw new DemarcheError('lexicon', `no table is called "${table}"`, {
        location: { file: file.name },
        hint: `tables of ${folder}/ are ${tables.join(', ')}`,
      });
  return found;
}

/** How much an entry asks for: a constraint on words counts more than one on presence. */
const specificity = (constraints: readonly SlotConstraint[]): number =>
  constraints.reduce((sum, { lemmas }) => sum + (lemmas.size > 0 ? 2 : 1), 0);

/** Puts each item under the keys of all its spellings, most specific first, then in file order. */
function indexAll<T extends { lemma: string; pos: string; constraints: readonly SlotConstraint[] }>(
  items: readonly Layered<T>[],
  spelling: Spelling,
): Map<string, T[]> {
  const ordered = overlay(items)
    .map(({ value }, order) => ({ value, order, weight: specificity(value.constraints) }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  const index = new Map<string, T[]>();
  for (const { value } of ordered)
    for (const lemma of spelling.variants(value.lemma)) {
      const key = `${lemma}/${value.pos}`;
      const list = index.get(key);
      if (list) list.push(value);
      else index.set(key, [value]);
    }
  return index;
}

function indexOne<T extends { lemma: string; pos: string }>(items: readonly Layered<T>[], spelling: Spelling): Map<string, T> {
  const index = new Map<string, T>();
  for (const { value } of overlay(items))
    for (const lemma of spelling.variants(value.lemma)) index.set(`${lemma}/${value.pos}`, value);
  return index;
}

/**
 * Reads the tables of data/frames, data/cues and data/topics into look-ups. Tables are known by folder and name;
 * rows of a later layer (an analyst's own folder) replace shipped rows with the same id or word.
 * `frames` and `cues` list the most specific entry first: the first whose constraints hold is the one to use.
 * @throws DemarcheError kind `lexicon` with file and line for anything the READMEs of those folders do not allow.
 */
export function loadFrames(files: readonly DataFile[]): FrameLexicon {
  const tables = placeFiles(files, 'frames');
  const cueTables = placed(files, 'cues', CUE_TABLES);
  const spelling = readSpelling(named(tables, 'spelling'));
  const classes = readClasses(named(tables, 'classes'), spelling);
  const modes = readModes(named(tables, 'modes'));
  const cues = named(cueTables, 'reporting').flatMap((file) => readCues(file, classes));
  const frames = tables.filter(({ table }) => !AUXILIARY.includes(table)).flatMap((file) => readFrames(file, classes, modes));
  return {
    frames: indexAll(frames, spelling),
    evaluations: indexOne(named(cueTables, 'evaluations').flatMap(readEvaluations), spelling),
    operators: indexOne(named(cueTables, 'operators').flatMap(readOperators), spelling),
    cues: indexAll(
      cues.filter(({ value }) => value.use !== 'attitude'),
      spelling,
    ),
    attitudes: indexAll(
      cues.filter(({ value }) => value.use === 'attitude'),
      spelling,
    ),
    topics: readTopics(placed(files, 'topics', ['topics']), spelling),
    loadedTerms: new Set(named(cueTables, 'loaded-terms').flatMap(readLoadedTerms)),
  };
}
