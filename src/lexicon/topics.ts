import type { PlacedFile } from './files.ts';
import { overlay } from './layers.ts';
import type { Spelling } from './spelling.ts';
import { cell, failAt, list, need, readTsv, type TsvRow } from './tsv.ts';
import type { Topic } from './types.ts';

const COLUMNS = ['id', 'label', 'broader', 'keywords'] as const;

/**
 * Reads topics (columns: id, label, broader, keywords). There are two levels: a topic with a broader one has none below it.
 * @throws DemarcheError for a repeated id or label, an unknown broader topic, or a third level.
 */
export function readTopics(files: readonly PlacedFile[], spelling: Spelling): Map<string, Topic> {
  const items = files.flatMap(({ file, layer }) =>
    readTsv(file, COLUMNS).map((row) => {
      const value = readTopic(row, spelling);
      return { key: value.id, value, row, layer };
    }),
  );
  const kept = overlay(items);
  const topics = new Map(kept.map(({ key, value }) => [key, value]));
  const labels = new Set<string>();
  for (const { value, row } of kept) {
    if (labels.has(value.label)) failAt(row, `two topics are labelled "${value.label}"`);
    labels.add(value.label);
    checkBroader(row, value, topics);
  }
  return topics;
}

function readTopic(row: TsvRow, spelling: Spelling): Topic {
  const id = need(row, 'id');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) failAt(row, `topic id "${id}" is malformed`, 'lower-case words joined by -');
  const phrases = list(row, 'keywords');
  for (const phrase of phrases) if (phrase !== phrase.toLowerCase()) failAt(row, `keyword "${phrase}" is not lower-case`);
  return {
    id,
    label: need(row, 'label'),
    broader: cell(row, 'broader') || null,
    keywords: [...new Set(phrases.flatMap((phrase) => respell(phrase, spelling)))],
  };
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
