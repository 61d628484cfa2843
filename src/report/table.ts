import { cleanText } from './clean.ts';
import { type Column, cellText } from './value.ts';
import { displayWidth, wrap } from './width.ts';

export interface TableOptions {
  /** Columns of the terminal; default 100. Narrow columns keep their width, wide ones share the rest. */
  readonly width?: number | undefined;
  /** Headings in bold. Default false. */
  readonly color?: boolean | undefined;
}

const DEFAULT_WIDTH = 100;
/** Narrowest that a column is made to fitted the terminal. */
const MIN_COLUMN = 6;
const GAP = 2;

/** A table for terminals: text wrapped, numbers to the right, nothing in it that the terminal would obey. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], options: TableOptions = {}): string {
  const headings = columns.map((column) => cleanText(column.heading));
  const cells = rows.map((row) => columns.map((column) => cleanText(cellText(column.value(row), column.digits))));
  const widths = columnWidths([headings, ...cells], options.width ?? DEFAULT_WIDTH);
  const isNumber = columns.map((column) => rows.some((row) => typeof column.value(row) === 'number'));
  const fitted = (line: readonly string[]): string[] => linesOf(line, widths, isNumber);
  const head = fitted(headings);
  const shown = options.color ? head.map((line) => `\u001b[1m${line}\u001b[22m`) : head;
  const rule = widths.map((width) => '─'.repeat(width)).join(SPACE);
  return `${[...shown, rule, ...cells.flatMap(fitted)].join('\n')}\n`;
}

const SPACE = ' '.repeat(GAP);

/** A row of cells as lines of text, as many as its tallest cell has. */
function linesOf(cells: readonly string[], widths: readonly number[], isNumber: readonly boolean[]): string[] {
  const wrapped = cells.map((text, i) => wrap(text, widths[i]!));
  const height = wrapped.reduce((most, { length }) => Math.max(most, length), 1);
  return Array.from({ length: height }, (_, at) =>
    wrapped
      .map((lines, i) => padded(lines[at] ?? '', widths[i]!, isNumber[i]!))
      .join(SPACE)
      .trimEnd(),
  );
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
}

/** The widths the cells want, cut down from the widest until the line fits. */
function columnWidths(lines: readonly (readonly string[])[], width: number): number[] {
  const widths = (lines[0] ?? []).map((_heading, i) => lines.reduce((most, line) => Math.max(most, widthOf(line[i]!)), 1));
  const room = width - GAP * (widths.length - 1);
  for (let excess = sum(widths) - room; excess > 0; excess = sum(widths) - room) {
    const widest = Math.max(...widths);
    if (widest <= MIN_COLUMN) break;
    const next = Math.max(MIN_COLUMN, ...widths.filter((value) => value < widest));
    const many = widths.filter((value) => value === widest).length;
    const target = Math.max(next, widest - Math.ceil(excess / many));
    for (const [i, value] of widths.entries()) if (value === widest) widths[i] = target;
  }
  return widths;
}

const widthOf = (cell: string): number => cell.split('\n').reduce((most, line) => Math.max(most, displayWidth(line)), 0);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
