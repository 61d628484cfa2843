import { cleanText } from './clean.ts';
import { type Column, cellText } from './value.ts';

/** A cell that a spreadsheet would take for a formula. White space before the sign does not help. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * CSV for spreadsheets (RFC 4180, CRLF). Text that would be run as a formula is defused by a leading apostrophe
 * (OWASP, CSV Injection); numbers stay numbers. Control characters are replaced.
 */
export function csv<Row>(rows: readonly Row[], columns: readonly Column<Row>[], separator: ',' | ';' = ','): string {
  const header = columns.map(({ heading }) => csvCell(heading, separator));
  const lines = rows.map((row) => columns.map(({ value, digits }) => csvCell(value(row), separator, digits)));
  return [header, ...lines].map((cells) => `${cells.join(separator)}\r\n`).join('');
}

function csvCell(value: Parameters<typeof cellText>[0], separator: string, digits?: number): string {
  const raw = cellText(value, digits);
  if (typeof value === 'number') return raw;
  const text = cleanText(FORMULA.test(raw) ? `'${raw}` : raw);
  return /["\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
