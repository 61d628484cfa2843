import { DemarcheError } from '../model/errors.ts';

/** One data row: its cells by column name, and where it stands. */
export interface TsvRow {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The bytes of a data file as text, named as messages should name it. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
}

const fail = (file: string, line: number, message: string, hint?: string): never => {
  throw new DemarcheError('lexicon', message, { location: { file, line }, ...(hint === undefined ? {} : { hint }) });
};

/**
 * Reads a tab-separated table. The first line that is neither blank nor a comment names the columns;
 * lines starting with `#` are comments. Cells are trimmed; a missing trailing cell is the empty string.
 *
 * @param required the columns that must be there; other columns must be in `optional`.
 * @throws DemarcheError kind `lexicon` with file and line for an unknown or missing column or too many cells.
 */
export function readTsv(file: DataFile, required: readonly string[], optional: readonly string[] = []): TsvRow[] {
  const rows: TsvRow[] = [];
  let header: string[] | undefined;
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    if (raw.trim() === '' || raw.startsWith('#')) continue;
    const cells = raw.split('\t').map((cell) => cell.trim());
    if (!header) {
      header = cells;
      checkHeader(file.name, line, header, required, optional);
      continue;
    }
    if (cells.length > header.length)
      fail(
        file.name,
        line,
        `row has ${cells.length} cells but the table has ${header.length} columns`,
        'separate cells with one tab',
      );
    rows.push({ file: file.name, line, cells: byColumn(header, cells) });
  }
  if (!header) fail(file.name, 1, 'table is empty', `first line must name the columns: ${required.join(', ')}`);
  return rows;
}

/** A plain loop: thousands of rows are read before the first answer. */
function byColumn(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {};
  for (let i = 0; i < header.length; i++) named[header[i] as string] = cells[i] ?? '';
  return named;
}

function checkHeader(
  file: string,
  line: number,
  header: string[],
  required: readonly string[],
  optional: readonly string[],
): void {
  for (const name of required)
    if (!header.includes(name)) fail(file, line, `column "${name}" is missing`, `columns are ${required.join(', ')}`);
  for (const name of header)
    if (!required.includes(name) && !optional.includes(name))
      fail(file, line, `unknown column "${name}"`, `columns are ${[...required, ...optional].join(', ')}`);
}

/** Cell text; empty if the column is absent. */
export const cell = (row: TsvRow, column: string): string => row.cells[column] ?? '';

/** Cell text that must not be empty. */
export function need(row: TsvRow, column: string): string {
  const value = cell(row, column);
  return value !== '' ? value : fail(row.file, row.line, `column "${column}" is empty`);
}

/** Cell split at `|`, blanks dropped. */
export function list(row: TsvRow, column: string): string[] {
  const text = cell(row, column);
  if (text === '') return [];
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Cell that must be one of `allowed`; empty gives null. */
export function oneOf<T extends string>(row: TsvRow, column: string, allowed: readonly T[]): T | null {
  const value = cell(row, column);
  if (value === '') return null;
  if ((allowed as readonly string[]).includes(value)) return value as T;
  return fail(row.file, row.line, `column "${column}" holds "${value}"`, `allowed: ${allowed.join(', ')}`);
}

/** Like {@link oneOf}, but the cell must not be empty. */
export function needOneOf<T extends string>(row: TsvRow, column: string, allowed: readonly T[]): T {
  need(row, column);
  return oneOf(row, column, allowed) as T;
}

/** Decimal number in `[min, max]`; empty gives null. */
export function number(row: TsvRow, column: string, min: number, max: number): number | null {
  const value = cell(row, column);
  if (value === '') return null;
  const parsed = Number(value);
  if (Number.isFinite(parsed) && parsed >= min && parsed <= max) return parsed;
  return fail(row.file, row.line, `column "${column}" holds "${value}"`, `a number from ${min} to ${max}`);
}

/** Raises a lexicon error at a row. */
export const failAt = (row: TsvRow, message: string, hint?: string): never => fail(row.file, row.line, message, hint);
