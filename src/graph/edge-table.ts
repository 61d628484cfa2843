import { DemarcheError } from '../model/errors.ts';
import { type Line, parseRecords } from './csv-records.ts';
import type { EdgeRow } from './rows.ts';

const COLUMNS = ['from', 'to', 'sign', 'weight', 'date', 'topic', 'window'] as const;
type Column = (typeof COLUMNS)[number];

const SIGNS: Readonly<Record<string, 1 | -1>> = {
  ...{ '1': 1, '1.0': 1, '+1': 1, '+': 1 },
  ...{ '-1': -1, '-1.0': -1, '-': -1, '−1': -1, '−': -1 },
};
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?(\/(\.\.|\d{4}(-\d{2}(-\d{2})?)?))?$/;

/**
 * Reads an edge list: comma, semicolon or tab separated (RFC 4180), the first line naming the columns in any order:
 * `from`, `to`, `sign` (1, -1, + or -), and if wanted `weight`, `date`, `topic`, `window`. Others are left unread.
 *
 * @param file what messages call it
 * @throws DemarcheError (kind `input`) with the line of what cannot be read
 */
export function parseEdges(text: string, file: string): EdgeRow[] {
  const records = parseRecords(text.replace(/^\ufeff/, ''), file);
  const header = records.shift();
  if (!header) throw new DemarcheError('input', 'the edge list is empty', { location: { file }, hint: HEADER_HINT });
  const at = columnsOf(header, file);
  return records.map((record) => edgeOf(record, header.cells.length, at, file));
}

const HEADER_HINT = 'the first line names the columns: from,to,sign and if wanted weight,date,topic,window';

function columnsOf({ cells, line }: Line, file: string): ReadonlyMap<Column, number> {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const fail = (message: string): never => {
    throw new DemarcheError('input', message, { location: { file, line }, hint: HEADER_HINT });
  };
  for (const column of ['from', 'to', 'sign']) if (!names.includes(column)) fail(`the edge list has no column "${column}"`);
  for (const column of COLUMNS) if (names.indexOf(column) !== names.lastIndexOf(column)) fail(`two columns "${column}"`);
  return new Map(COLUMNS.flatMap((column) => (names.includes(column) ? [[column, names.indexOf(column)] as const] : [])));
}

function edgeOf({ cells, line }: Line, width: number, at: ReadonlyMap<Column, number>, file: string): EdgeRow {
  const fail = (message: string, hint: string): never => {
    throw new DemarcheError('input', message, { location: { file, line }, hint });
  };
  if (cells.length !== width) fail(`${cells.length} columns instead of ${width}`, 'quote cells that hold the separator');
  const cell = (column: Column): string => cells[at.get(column) ?? -1]?.trim() ?? '';
  const [from, to, date, topic, window] = [cell('from'), cell('to'), cell('date'), cell('topic'), cell('window')];
  if (from === '' || to === '') fail('an end without a name', 'fill both from and to');
  const sign = SIGNS[cell('sign')] ?? fail(`"${cell('sign')}" is no sign`, 'write 1 or + for friends, -1 or - for foes');
  const weight = at.has('weight') && cell('weight') !== '' ? Number(cell('weight')) : 1;
  if (!Number.isFinite(weight) || weight < 0)
    fail(`"${cell('weight')}" is no weight`, 'weights are numbers from 0; the sign has a column of its own');
  if (date !== '' && !DATE.test(date)) fail(`"${date}" is no date`, 'write YYYY-MM-DD, YYYY-MM or YYYY, or two with / between');
  return { from, to, sign, weight, ...(date && { date }), ...(topic && { topic }), ...(at.has('window') && { window }) };
}
