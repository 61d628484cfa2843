import { readFileSync } from 'node:fs';
import { DemarcheError } from '../model/errors.ts';

/** The kinds of `data/text/words.tsv`; its README says what each marks. */
const KINDS = [
  'month',
  'weekday',
  'agency',
  'masthead',
  'press',
  'article',
  'role',
  'modifier',
  'by',
  'label',
  'page',
  'particle',
  'opener',
  'section',
  'stamp',
  'ending',
] as const;
type WordKind = (typeof KINDS)[number];

/** The words of a news page's furniture: for each kind, the word (lower case) and what it stands for. */
export type NewsWords = Readonly<Record<WordKind, ReadonlyMap<string, string>>> & {
  /** Agency names with their case. */
  readonly agencyNames: ReadonlySet<string>;
};

/**
 * Reads the word table.
 *
 * @throws DemarcheError kind `lexicon` with file and line for an unknown kind or a row without a word.
 */
export function parseNewsWords(table: string, file: string): NewsWords {
  const maps = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, string>()])) as Record<
    WordKind,
    Map<string, string>
  >;
  const agencyNames = new Set<string>();
  let header = true;
  for (const [index, line] of table.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (header) {
      header = false;
      continue;
    }
    const [kind = '', text = '', value = ''] = line.split('\t').map((cell) => cell.trim());
    if (!isKind(kind) || text === '') throw badRow(file, index + 1, kind, text);
    maps[kind].set(text.toLowerCase(), value);
    if (kind === 'agency') agencyNames.add(text);
  }
  return { ...maps, agencyNames };
}

const isKind = (kind: string): kind is WordKind => (KINDS as readonly string[]).includes(kind);

const badRow = (file: string, line: number, kind: string, text: string): DemarcheError =>
  new DemarcheError('lexicon', text === '' ? 'row without a word' : `unknown kind "${kind}"`, {
    location: { file, line },
    hint: `kinds: ${KINDS.join(', ')}`,
  });

let shipped: NewsWords | undefined;

/** The word table shipped in `data/text`, read once. */
export function shippedNewsWords(): NewsWords {
  shipped ??= parseNewsWords(readFileSync(new URL('../../data/text/words.tsv', import.meta.url), 'utf8'), 'data/text/words.tsv');
  return shipped;
}
