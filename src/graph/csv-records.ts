import { DemarcheError } from '../model/errors.ts';

/** A record of a table. */
export interface Line {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Records of a comma, semicolon or tab separated table (RFC 4180); a quoted cell may hold separators, line breaks and
 * doubled quotes. Empty lines are left out.
 *
 * @param file what messages call it
 * @throws DemarcheError (kind `input`) with the line of a quotation that does not end
 */
export function parseRecords(text: string, file: string): Line[] {
  const separator = separatorOf(text);
  const records: Line[] = [];
  let [line, start, cells, cell] = [1, 1, [] as string[], ''];
  let quoted = false;
  const close = (): void => {
    if (cells.length > 0 || cell.trim() !== '') records.push({ line: start, cells: [...cells, cell] });
    [cells, cell] = [[], ''];
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\n') line++;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (char === separator) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      close();
      start = char === '\r' && text[i + 1] === '\n' ? line + 1 : line;
    } else cell += char;
  }
  if (quoted)
    throw new DemarcheError('input', 'a quoted cell does not end', {
      location: { file, line: start },
      hint: 'close the quotation mark',
    });
  close();
  return records;
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [',', ';', '\t'].map((separator) => [separator, first.split(separator).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
