import { DemarcheError } from '../model/errors.ts';
import { type Line, parseRecords } from './csv-records.ts';
import type { PositionRow } from './rows.ts';

/** Columns that are read, in small letters. */
const COLUMNS = [
  ...(['concept', 'agreement', 'organization', 'person'] as const),
  ...(['statement id', 'time', 'document id', 'source', 'text', 'published'] as const),
] as const;

const DAY = /^(\d{4}-\d{2}-\d{2})([ T]\d{2}:\d{2}(:\d{2})?)?$/;
const HINT = 'columns as Discourse Network Analyzer lists them: statement ID;time;…;person;organization;concept;agreement';

/** What a table of statements says. */
export interface Statements {
  readonly rows: PositionRow[];
  /** The words behind each statement. */
  readonly quotes: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads a table of statements as Discourse Network Analyzer writes it (event list, CSV; version 3.0), or one with only
 * `concept`, `agreement` (1 for, 0 against) and `organization` or `person`. A statement counts for its organization;
 * who speaks, if anybody is named, is its holder. Other columns are left unread.
 *
 * @param file what messages call it
 * @throws DemarcheError (kind `input`) with the line of what cannot be read
 */
export function parseStatements(text: string, file: string): Statements {
  const records = parseRecords(text.replace(/^\ufeff/, ''), file);
  const header = records.shift();
  if (!header) throw new DemarcheError('input', 'the table of statements is empty', { location: { file }, hint: HINT });
  const at = columnsOf(header, file);
  const read = records.map((record) => statementOf(record, header.cells.length, at, file));
  refuseTwins(read, file);
  return {
    rows: read.map(({ row }) => row),
    quotes: new Map(read.map(({ row, words }) => [row.claim, words.split('[...]')])),
  };
}

interface Read {
  readonly line: number;
  readonly row: PositionRow;
  readonly words: string;
}

function columnsOf({ cells, line }: Line, file: string): ReadonlyMap<string, number> {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const fail = (message: string): never => {
    throw new DemarcheError('input', message, { location: { file, line }, hint: HINT });
  };
  for (const column of ['concept', 'agreement'])
    if (!names.includes(column)) fail(`the table of statements has no column "${column}"`);
  if (!names.includes('organization') && !names.includes('person'))
    fail('the table of statements has neither a column "organization" nor "person"');
  for (const column of COLUMNS) if (names.indexOf(column) !== names.lastIndexOf(column)) fail(`two columns "${column}"`);
  return new Map(names.map((name, index) => [name, index]));
}

function statementOf({ cells, line }: Line, width: number, at: ReadonlyMap<string, number>, file: string): Read {
  const fail = (message: string, hint: string): never => {
    throw new DemarcheError('input', message, { location: { file, line }, hint });
  };
  if (cells.length !== width) fail(`${cells.length} columns instead of ${width}`, 'quote cells that hold the separator');
  const cell = (column: (typeof COLUMNS)[number]): string => plainText(cells[at.get(column) ?? -1]?.trim() ?? '');
  const day = (column: 'time' | 'published'): string | null => {
    const value = cell(column);
    if (value === '') return null;
    const iso = DAY.exec(value)?.[1];
    return iso !== undefined && isDay(iso) ? iso : fail(`"${value}" is no ${column}`, 'write YYYY-MM-DD, or with HH:MM:SS');
  };
  const agreement = cell('agreement');
  if (agreement !== '1' && agreement !== '0') fail(`"${agreement}" is no agreement`, 'write 1 for agreement, 0 for disagreement');
  const [organization, person, concept] = [cell('organization'), cell('person'), cell('concept')];
  const top = at.has('organization') ? organization || null : person;
  const said = day('time');
  const row: PositionRow = {
    ...{ claim: cell('statement id') || `line ${line}`, article: cell('document id') || `line ${line}` },
    ...{ outlet: cell('source') || null, published: day('published') ?? said, said, confidence: 1 },
    ...{ holder: person || organization, holderLabel: person || organization, holderTop: top, holderTopLabel: top },
    ...{ target: null, targetLabel: null, targetTop: null, targetTopLabel: null },
    ...{ polarity: agreement === '1' ? 'support' : 'oppose', topic: concept || null, strength: 1, explicitness: 'explicit' },
  };
  if (row.holder === '') fail('a statement of nobody', 'fill organization or person');
  return { line, row, words: cell('text') };
}

/** Without the apostrophe that keeps spreadsheets from running a cell as a formula. */
const plainText = (cell: string): string => (/^'\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell);

/** 31 February parses, as 2 March. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function refuseTwins(read: readonly Read[], file: string): void {
  const first = new Map<string, number>();
  for (const { line, row } of read) {
    const known = first.get(row.claim);
    if (known !== undefined)
      throw new DemarcheError('input', `statement ID ${row.claim} is that of line ${known} too`, {
        location: { file, line },
        hint: 'number each statement once',
      });
    first.set(row.claim, line);
  }
}
