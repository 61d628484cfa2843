import type { WordClasses } from './classes.ts';
import { constraints, slots } from './slots.ts';
import type { Spelling } from './spelling.ts';
import { cell, type DataFile, failAt, list, need, needOneOf, number, readTsv, type TsvRow } from './tsv.ts';
import type { Evaluation, Operator, ReportingCue, Topic } from './types.ts';

const EFFECTS = ['negate', 'reverse', 'plan', 'attempt', 'aspect', 'allege', 'deny', 'possible', 'light', 'cease'] as const;

/** Reads evaluative words (columns: lemma, pos, polarity, strength, kind). */
export const readEvaluations = (file: DataFile): [TsvRow, Evaluation][] =>
  readTsv(file, ['lemma', 'pos', 'polarity', 'strength', 'kind']).map((row) => [
    row,
    {
      lemma: need(row, 'lemma'),
      pos: needOneOf(row, 'pos', ['V', 'N', 'A', 'ADV']),
      polarity: needOneOf(row, 'polarity', ['support', 'oppose']),
      strength: number(row, 'strength', 0, 1) ?? failAt(row, 'column "strength" is empty'),
      kind: needOneOf(row, 'kind', ['quality', 'harm', 'benefit']),
    },
  ]);

/** Reads words that change what their complement amounts to (columns: lemma, pos, effect, example). */
export const readOperators = (file: DataFile): [TsvRow, Operator][] =>
  readTsv(file, ['lemma', 'pos', 'effect', 'example']).map((row) => [
    row,
    {
      lemma: need(row, 'lemma'),
      pos: needOneOf(row, 'pos', ['V', 'N', 'A', 'ADV', 'AUX']),
      effect: needOneOf(row, 'effect', EFFECTS),
    },
  ]);

/** Reads reporting cues (columns: lemma, pos, constraints, speaker, content, use, example). */
export const readCues = (file: DataFile, classes: WordClasses): ReportingCue[] =>
  readTsv(file, ['lemma', 'pos', 'constraints', 'speaker', 'content', 'use', 'example']).map((row) => ({
    lemma: need(row, 'lemma'),
    pos: needOneOf(row, 'pos', ['V', 'N', 'A', 'P']),
    constraints: constraints(row, 'constraints', classes),
    speaker: slots(row, 'speaker'),
    content: slots(row, 'content'),
    use: needOneOf(row, 'use', ['any', 'quote']),
  }));

/** Reads labels that carry a judgement (columns: term, note). */
export const readLoadedTerms = (file: DataFile): string[] => readTsv(file, ['term', 'note']).map((row) => need(row, 'term'));

/**
 * Reads topics (columns: id, label, broader, keywords). There are two levels: a topic with a broader one has none below it.
 * @throws DemarcheError for a repeated id or label, an unknown broader topic, or a third level.
 */
export function readTopics(files: readonly DataFile[], spelling: Spelling): Map<string, Topic> {
  const topics = new Map<string, Topic>();
  const rows: [TsvRow, Topic][] = [];
  const labels = new Set<string>();
  for (const row of files.flatMap((file) => readTsv(file, ['id', 'label', 'broader', 'keywords']))) {
    const topic = {
      id: need(row, 'id'),
      label: need(row, 'label'),
      broader: cell(row, 'broader') || null,
      keywords: [...new Set(list(row, 'keywords').flatMap((keyword) => respell(keyword, spelling)))],
    };
    if (topics.has(topic.id)) failAt(row, `topic "${topic.id}" is defined twice`);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(topic.id))
      failAt(row, `topic id "${topic.id}" is malformed`, 'lower-case words joined by -');
    if (labels.has(topic.label)) failAt(row, `two topics are labelled "${topic.label}"`);
    for (const keyword of topic.keywords)
      if (keyword !== keyword.toLowerCase()) failAt(row, `keyword "${keyword}" is not lower-case`);
    topics.set(topic.id, topic);
    labels.add(topic.label);
    rows.push([row, topic]);
  }
  for (const [row, topic] of rows) checkBroader(row, topic, topics);
  return topics;
}

/** A phrase and, where a word of it has another spelling, the phrase with all such words respelled. */
function respell(phrase: string, spelling: Spelling): string[] {
  const other = phrase
    .split(' ')
    .map((word) => spelling.variants(word).at(-1))
    .join(' ');
  return other === phrase ? [phrase] : [phrase, other];
}

function checkBroader(row: TsvRow, topic: Topic, topics: ReadonlyMap<string, Topic>): void {
  if (topic.broader === null) return;
  const parent = topics.get(topic.broader) ?? failAt(row, `unknown broader topic "${topic.broader}"`);
  if (parent.broader !== null) failAt(row, `"${topic.id}" would be on a third level`, 'topics have two levels');
}
