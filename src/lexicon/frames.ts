import { DemarcheError } from '../model/errors.ts';
import { readClasses } from './classes.ts';
import { readFrames, readModes } from './frame-rows.ts';
import { readSpelling, type Spelling } from './spelling.ts';
import { type DataFile, failAt, type TsvRow } from './tsv.ts';
import type { FrameEntry, Lexicon, SlotConstraint } from './types.ts';
import { readCues, readEvaluations, readLoadedTerms, readOperators, readTopics } from './word-tables.ts';

/** The predicate side of the lexicon. */
export type FrameLexicon = Pick<Lexicon, 'frames' | 'evaluations' | 'operators' | 'cues' | 'topics' | 'loadedTerms'>;

/** Tables of the frames folder that hold no frames. */
const AUXILIARY = new Set(['classes.tsv', 'spelling.tsv', 'modes.tsv']);

interface Sorted {
  readonly frames: readonly DataFile[];
  at(folder: string, name: string): readonly DataFile[];
}

/** Tells files apart by the last two parts of their names ("frames/speech.tsv"); others are left alone. */
function sortFiles(files: readonly DataFile[]): Sorted {
  const placed = files.map((file) => {
    const parts = file.name.split(/[/\\]/);
    return { file, folder: parts.at(-2) ?? '', name: parts.at(-1) ?? '' };
  });
  return {
    frames: placed
      .filter(({ folder, name }) => folder === 'frames' && name.endsWith('.tsv') && !AUXILIARY.has(name))
      .map(({ file }) => file),
    at: (folder, name) => placed.filter((one) => one.folder === folder && one.name === name).map(({ file }) => file),
  };
}

/** How much a frame asks for: a constraint on words counts more than one on presence. */
const specificity = (constraints: readonly SlotConstraint[]): number =>
  constraints.reduce((sum, { lemmas }) => sum + (lemmas.size > 0 ? 2 : 1), 0);

/** Puts each item under the keys of all its spellings; most specific first, then in file order. */
function indexBySpelling<T extends { lemma: string; pos: string; constraints: readonly SlotConstraint[] }>(
  items: readonly T[],
  spelling: Spelling,
): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const item of items)
    for (const lemma of spelling.variants(item.lemma)) {
      const key = `${lemma}/${item.pos}`;
      index.set(key, [...(index.get(key) ?? []), item]);
    }
  for (const [key, list] of index)
    index.set(
      key,
      list
        .map((item, order) => ({ item, order, weight: specificity(item.constraints) }))
        .sort((a, b) => b.weight - a.weight || a.order - b.order)
        .map(({ item }) => item),
    );
  return index;
}

function indexOnce<T extends { lemma: string; pos: string }>(rows: readonly [TsvRow, T][], spelling: Spelling): Map<string, T> {
  const index = new Map<string, T>();
  for (const [row, item] of rows) {
    const key = `${item.lemma}/${item.pos}`;
    if (index.has(key)) failAt(row, `"${key}" is listed twice`, 'the other spelling of a word needs no row of its own');
    for (const lemma of spelling.variants(item.lemma)) index.set(`${lemma}/${item.pos}`, item);
  }
  return index;
}

function checkUnique(frames: readonly FrameEntry[]): void {
  const seen = new Map<string, FrameEntry>();
  for (const frame of frames) {
    const first = seen.get(frame.id);
    if (first)
      throw new DemarcheError('lexicon', `frame id "${frame.id}" is used twice`, {
        location: frame.source,
        hint: `first at ${first.source.file}:${first.source.line}`,
      });
    seen.set(frame.id, frame);
  }
}

/**
 * Reads the tables of data/frames, data/cues and data/topics into look-ups.
 * `frames` and `cues` list the most specific entry first: the first whose constraints hold is the one to use.
 * @throws DemarcheError kind `lexicon` with file and line for anything the READMEs of those folders do not allow.
 */
export function loadFrames(files: readonly DataFile[]): FrameLexicon {
  const sorted = sortFiles(files);
  const spelling = readSpelling(sorted.at('frames', 'spelling.tsv'));
  const classes = readClasses(sorted.at('frames', 'classes.tsv'), spelling);
  const modes = readModes(sorted.at('frames', 'modes.tsv'));
  const frames = sorted.frames.flatMap((file) => readFrames(file, classes, modes));
  checkUnique(frames);
  const cues = sorted.at('cues', 'reporting.tsv').flatMap((file) => readCues(file, classes));
  return {
    frames: indexBySpelling(frames, spelling),
    evaluations: indexOnce(sorted.at('cues', 'evaluations.tsv').flatMap(readEvaluations), spelling),
    operators: indexOnce(sorted.at('cues', 'operators.tsv').flatMap(readOperators), spelling),
    cues: indexBySpelling(cues, spelling),
    topics: readTopics(sorted.at('topics', 'topics.tsv'), spelling),
    loadedTerms: new Set(sorted.at('cues', 'loaded-terms.tsv').flatMap(readLoadedTerms)),
  };
}
