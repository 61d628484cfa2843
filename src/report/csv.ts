import { cleanText } from './clean.ts';
import { type Column, cellText } from './value.ts';

/** A cell that a spreadsheet would take for a formula. White space before the sign does not help. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * CSV for spreadsheets (RFC 4180, CRLF). Text that would be run as a formula is defused by a leading apostrophe
 * (OWASP, CSV Injection); numbers stay numbers. Control characters are replaced.
 */
export function csv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(column.value(row), column.digits)).join(','));
  return [columns.map((column) => csvCell(column.heading)).join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

function csvCell(value: Parameters<typeof cellText>[0], digits?: number): string {
  const raw = cellText(value, digits);
  if (typeof value === 'number') return raw;
  const text = cleanText(FORMULA.test(raw) ? `'${raw}` : raw);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
