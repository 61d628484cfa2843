import { PLOVER_TYPES, type PloverType, POLARITIES, SPEECH_ACTS } from '../model/extraction.ts';
import type { WordClasses } from './classes.ts';
import type { PlacedFile } from './files.ts';
import type { Layered } from './layers.ts';
import { constraints, slots } from './slots.ts';
import { cell, failAt, need, needOneOf, number, oneOf, readTsv, type TsvRow } from './tsv.ts';
import type { FrameEntry, FramePos } from './types.ts';

const COLUMNS = [
  'id',
  'lemma',
  'pos',
  'constraints',
  'holder',
  'target',
  'content',
  'act',
  'polarity',
  'strength',
  'plover',
  'mode',
  'reciprocal',
  'tier',
  'example',
] as const;

/** Modes that the PLOVER codebook allows, by event type. */
export type Modes = ReadonlyMap<PloverType, ReadonlySet<string>>;

/** Reads `modes.tsv` (columns: plover, mode, meaning). */
export function readModes(files: readonly PlacedFile[]): Modes {
  const modes = new Map<PloverType, Set<string>>();
  for (const row of files.flatMap(({ file }) => readTsv(file, ['plover', 'mode', 'meaning']))) {
    const type = needOneOf(row, 'plover', PLOVER_TYPES);
    modes.set(type, (modes.get(type) ?? new Set<string>()).add(need(row, 'mode')));
  }
  return modes;
}

/** Reads the predicate frames of one table; the columns are explained in data/frames/README.md. */
export const readFrames = ({ file, layer }: PlacedFile, classes: WordClasses, modes: Modes): Layered<FrameEntry>[] =>
  readTsv(file, COLUMNS).map((row) => {
    const value = readFrame(row, classes, modes);
    return { key: value.id, value, row, layer };
  });

function readFrame(row: TsvRow, classes: WordClasses, modes: Modes): FrameEntry {
  const frame: FrameEntry = {
    id: need(row, 'id'),
    lemma: need(row, 'lemma'),
    pos: needOneOf(row, 'pos', ['V', 'N', 'A']),
    constraints: constraints(row, 'constraints', classes),
    holder: slots(row, 'holder'),
    target: slots(row, 'target'),
    content: slots(row, 'content'),
    act: oneOf(row, 'act', SPEECH_ACTS),
    polarity: oneOf(row, 'polarity', POLARITIES),
    strength: number(row, 'strength', 0, 1) ?? 0,
    plover: oneOf(row, 'plover', PLOVER_TYPES),
    mode: cell(row, 'mode') || null,
    reciprocal: oneOf(row, 'reciprocal', ['yes']) === 'yes',
    tier: needOneOf(row, 'tier', ['high', 'wide']),
    example: need(row, 'example'),
    source: { file: row.file, line: row.line },
  };
  checkFrame(row, frame, modes);
  return frame;
}

function checkFrame(row: TsvRow, frame: FrameEntry, modes: Modes): void {
  checkId(row, frame.id, frame.pos);
  if (frame.holder.length === 0) failAt(row, 'column "holder" is empty', 'name at least one slot');
  if ((frame.act === null) !== (frame.polarity === null)) failAt(row, 'act and polarity go together', 'fill both or neither');
  if (frame.act === null && frame.plover === null) failAt(row, 'frame is neither a position nor an event', 'fill act or plover');
  if (frame.act !== null && cell(row, 'strength') === '') failAt(row, 'a position needs a strength', 'a number from 0 to 1');
  if (frame.mode === null) return;
  const known = frame.plover === null ? undefined : modes.get(frame.plover);
  if (!known?.has(frame.mode))
    failAt(row, `mode "${frame.mode}" does not belong to ${frame.plover ?? 'a frame without event type'}`, 'see modes.tsv');
}

function checkId(row: TsvRow, id: string, pos: FramePos): void {
  const wanted = new RegExp(`^[a-z0-9'-]+\\.${pos.toLowerCase()}\\.[0-9]+$`);
  if (!wanted.test(id)) failAt(row, `id "${id}" is malformed`, `ids look like "accuse.${pos.toLowerCase()}.1"`);
}
