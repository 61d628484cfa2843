import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Row = Readonly<Record<string, string>>;

/** Rows of a table beside this file by column; `-` is an empty cell, `¶` a new paragraph. */
export function readTable(name: string): Row[] {
  const [head, ...lines] = readFileSync(join(import.meta.dirname, `${name}.tsv`), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = head!.split('\t');
  return lines.map((line, i) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length)
      throw new Error(`${name}.tsv:${i + 2}: ${cells.length} cells for ${columns.length} columns`);
    return Object.fromEntries(columns.map((column, c) => [column, cells[c]!.replaceAll('¶', '\n\n')]));
  });
}

export const TABLES = ['mentions', 'statements', 'positions', 'events', 'terms', 'orders', 'abstentions'] as const;
