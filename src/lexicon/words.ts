import { ACTOR_TYPES } from '../model/extraction.ts';
import { placeFiles } from './files.ts';
import { cell, type DataFile, failAt, need, needOneOf, readTsv, type TsvRow } from './tsv.ts';
import type { BodyNoun, GroupNoun, Lexicon, NameCue, TitleEntry } from './types.ts';

/** Words that make offices, bodies and groups out of names. */
export type WordLexicon = Pick<
  Lexicon,
  'bodies' | 'titles' | 'titleModifiers' | 'formerWords' | 'honorifics' | 'groups' | 'nameCues'
>;

/** Tables of the actors folder that list words, with their columns. */
export const WORD_TABLES: Readonly<Record<string, readonly string[]>> = {
  'body-nouns': ['phrase', 'type', 'canonical', 'stands'],
  titles: ['phrase', 'represents', 'role', 'body'],
  'title-modifiers': ['word'],
  'former-words': ['word'],
  honorifics: ['word'],
  'group-nouns': ['lemma', 'type', 'stands'],
  'name-cues': ['word', 'position', 'type'],
};

const lowerCase = (row: TsvRow, column: string): string => {
  const phrase = need(row, column);
  return phrase === phrase.toLowerCase() ? phrase : failAt(row, `column "${column}" holds "${phrase}"`, 'write it in lower case');
};

const readBody = (row: TsvRow): BodyNoun => ({
  phrase: lowerCase(row, 'phrase'),
  type: needOneOf(row, 'type', ACTOR_TYPES),
  canonical: need(row, 'canonical'),
  stands: needOneOf(row, 'stands', ['own', 'owner']),
});

const readTitle = (row: TsvRow): TitleEntry => ({
  phrase: lowerCase(row, 'phrase'),
  represents: needOneOf(row, 'represents', ['state', 'body', 'organisation', 'party', 'none']),
  role: need(row, 'role'),
  body: cell(row, 'body') || null,
});

const readGroup = (row: TsvRow): GroupNoun => ({
  lemma: lowerCase(row, 'lemma'),
  type: needOneOf(row, 'type', ACTOR_TYPES),
  stands: needOneOf(row, 'stands', ['members', 'generic', 'actor']),
});

const readCue = (row: TsvRow): NameCue => ({
  word: need(row, 'word'),
  position: needOneOf(row, 'position', ['last', 'first', 'any']),
  type: needOneOf(row, 'type', [...ACTOR_TYPES, 'place']),
});

/** Rows of a table by key; a key stands once in a layer, and later layers win. */
function collect<T>(
  files: readonly DataFile[],
  table: string,
  read: (row: TsvRow) => T,
  key: (item: T) => string,
): Map<string, T> {
  const found = new Map<string, { item: T; layer: number; row: TsvRow }>();
  for (const placed of placeFiles(files, 'actors')) {
    if (placed.table !== table) continue;
    for (const row of readTsv(placed.file, WORD_TABLES[table] ?? [], ['note'])) {
      const item = read(row);
      const before = found.get(key(item));
      if (before?.layer === placed.layer)
        failAt(row, `"${key(item)}" is listed twice`, `first at ${before.row.file}:${before.row.line}`);
      found.set(key(item), { item, layer: placed.layer, row });
    }
  }
  return new Map([...found].map(([name, { item }]) => [name, item]));
}

const words = (files: readonly DataFile[], table: string): Set<string> =>
  new Set(
    collect(
      files,
      table,
      (row) => need(row, 'word'),
      (word) => word,
    ).keys(),
  );

/**
 * Reads the word tables of data/actors.
 * @throws DemarcheError kind `lexicon` with file and line for anything data/actors/README.md does not allow.
 */
export const loadWords = (files: readonly DataFile[]): WordLexicon => ({
  bodies: collect(files, 'body-nouns', readBody, ({ phrase }) => phrase),
  titles: collect(files, 'titles', readTitle, ({ phrase }) => phrase),
  titleModifiers: words(files, 'title-modifiers'),
  formerWords: words(files, 'former-words'),
  honorifics: words(files, 'honorifics'),
  groups: collect(files, 'group-nouns', readGroup, ({ lemma }) => lemma),
  nameCues: collect(files, 'name-cues', readCue, ({ word }) => word),
});
