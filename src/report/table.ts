import Table from 'cli-table3';
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

/** No frame: only two spaces between columns and a line below the headings. */
const FRAME = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

/** A table for terminals: text wrapped, numbers to the right, nothing in it that the terminal would obey. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], options: TableOptions = {}): string {
  const headings = columns.map((column) => cleanText(column.heading));
  const cells = rows.map((row) => columns.map((column) => cleanText(cellText(column.value(row), column.digits))));
  const widths = columnWidths([headings, ...cells], options.width ?? DEFAULT_WIDTH);
  const view = new Table({
    chars: FRAME,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: columns.map((column) => (rows.some((row) => typeof column.value(row) === 'number') ? 'right' : 'left')),
  });
  const fitted = (line: readonly string[]): string[] => line.map((text, i) => wrap(text, widths[i]!).join('\n'));
  view.push(
    fitted(headings),
    widths.map((width) => '─'.repeat(width)),
    ...cells.map(fitted),
  );
  const lines = view
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const ruleAt = lines.findIndex((line) => line.startsWith('─'));
  const shown = options.color ? lines.map((line, i) => (i < ruleAt ? `\u001b[1m${line}\u001b[22m` : line)) : lines;
  return `${shown.join('\n')}\n`;
}

/** The widths the cells want, cut down from the widest until the line fits. */
function columnWidths(lines: readonly (readonly string[])[], width: number): number[] {
  const widths = (lines[0] ?? []).map((_heading, i) =>
    Math.max(1, ...lines.map((line) => Math.max(...line[i]!.split('\n').map(displayWidth)))),
  );
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

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
