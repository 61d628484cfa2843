import type { WordClasses } from './classes.ts';
import type { PlacedFile } from './files.ts';
import type { Layered } from './layers.ts';
import { constraints, slots } from './slots.ts';
import { cell, failAt, need, needOneOf, number, readTsv, type TsvRow } from './tsv.ts';
import type { Evaluation, Operator, ReportingCue } from './types.ts';

const EFFECTS = ['negate', 'reverse', 'plan', 'attempt', 'aspect', 'allege', 'deny', 'possible', 'light', 'cease'] as const;

function keyed<T extends { lemma: string; pos: string }>(row: TsvRow, layer: number, value: T, suffix = ''): Layered<T> {
  return { key: `${value.lemma}/${value.pos}${suffix}`, value, row, layer };
}

/** Reads evaluative words (columns: lemma, pos, polarity, strength, kind). */
export const readEvaluations = ({ file, layer }: PlacedFile): Layered<Evaluation>[] =>
  readTsv(file, ['lemma', 'pos', 'polarity', 'strength', 'kind']).map((row) =>
    keyed(row, layer, {
      lemma: need(row, 'lemma'),
      pos: needOneOf(row, 'pos', ['V', 'N', 'A', 'ADV']),
      polarity: needOneOf(row, 'polarity', ['support', 'oppose']),
      strength: number(row, 'strength', 0, 1) ?? failAt(row, 'column "strength" is empty'),
      kind: needOneOf(row, 'kind', ['quality', 'harm', 'benefit']),
    }),
  );

/** Reads words that change what their complement amounts to (columns: lemma, pos, effect, example). */
export const readOperators = ({ file, layer }: PlacedFile): Layered<Operator>[] =>
  readTsv(file, ['lemma', 'pos', 'effect', 'example']).map((row) =>
    keyed(row, layer, {
      lemma: need(row, 'lemma'),
      pos: needOneOf(row, 'pos', ['V', 'N', 'A', 'ADV', 'AUX']),
      effect: needOneOf(row, 'effect', EFFECTS),
    }),
  );

/** Reads reporting cues (columns: lemma, pos, constraints, speaker, content, use, example). */
export const readCues = ({ file, layer }: PlacedFile, classes: WordClasses): Layered<ReportingCue>[] =>
  readTsv(file, ['lemma', 'pos', 'constraints', 'speaker', 'content', 'use', 'example']).map((row) => {
    const cue: ReportingCue = {
      lemma: need(row, 'lemma'),
      pos: needOneOf(row, 'pos', ['V', 'N', 'A', 'P']),
      constraints: constraints(row, 'constraints', classes),
      speaker: slots(row, 'speaker'),
      content: slots(row, 'content'),
      use: needOneOf(row, 'use', ['any', 'quote', 'name', 'attitude']),
    };
    if (cue.speaker.length === 0) failAt(row, 'column "speaker" is empty', 'name at least one slot');
    const constrained = cell(row, 'constraints') === '' ? '' : ` {${cell(row, 'constraints')}}`;
    return keyed(row, layer, cue, cue.use === 'attitude' || cue.use === 'name' ? `${constrained} as ${cue.use}` : constrained);
  });

/** Reads labels that carry a judgement (columns: term, note). */
export const readLoadedTerms = ({ file }: PlacedFile): string[] =>
  readTsv(file, ['term', 'note']).map((row) => {
    const term = need(row, 'term');
    return term === term.toLowerCase() ? term : failAt(row, `term "${term}" is not lower-case`);
  });
