import type { Spelling } from './spelling.ts';
import { type DataFile, failAt, list, need, readTsv, type TsvRow } from './tsv.ts';

/** Named lists of lemmas (`@weapons`), with both spellings of each lemma. */
export interface WordClasses {
  /**
   * Lemmas of a `|`-separated list whose members may be `@class`.
   * @throws DemarcheError at `row` for an unknown class or one that contains itself.
   */
  expand(row: TsvRow, values: string): ReadonlySet<string>;
}

/** Reads `classes.tsv` (columns: class, lemmas); every class is resolved at once, so that errors show on load. */
export function readClasses(files: readonly DataFile[], spelling: Spelling): WordClasses {
  const rows = new Map<string, TsvRow>();
  for (const row of files.flatMap((file) => readTsv(file, ['class', 'lemmas']))) {
    const name = need(row, 'class');
    need(row, 'lemmas');
    const earlier = rows.get(name);
    if (earlier) failAt(row, `class "${name}" is defined twice`, `first at ${earlier.file}:${earlier.line}`);
    rows.set(name, row);
  }

  const member = (row: TsvRow, value: string, open: readonly string[]): readonly string[] => {
    if (!value.startsWith('@')) return spelling.variants(value);
    const name = value.slice(1);
    const definition = rows.get(name) ?? failAt(row, `unknown class "@${name}"`, 'classes are defined in classes.tsv');
    if (open.includes(name)) failAt(definition, `class "${name}" contains itself`, [...open, name].join(' -> '));
    return list(definition, 'lemmas').flatMap((inner) => member(definition, inner, [...open, name]));
  };
  const split = (values: string): string[] => values.split('|').map((value) => value.trim());
  const expand = (row: TsvRow, values: string): ReadonlySet<string> =>
    new Set(split(values).flatMap((value) => (value === '' ? failAt(row, `empty word in "${values}"`) : member(row, value, []))));

  for (const [name, row] of rows) expand(row, `@${name}`);
  return { expand };
}
