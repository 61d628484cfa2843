import type { PlacedFile } from './files.ts';
import { overlay } from './layers.ts';
import type { Spelling } from './spelling.ts';
import { failAt, list, need, readTsv, type TsvRow } from './tsv.ts';

/** Named lists of lemmas (`@weapons`), with both spellings of each lemma. */
export interface WordClasses {
  /**
   * Lemmas of a `|`-separated list whose members may be `@class`.
   * @throws DemarcheError at `row` for an unknown class or one that contains itself.
   */
  expand(row: TsvRow, values: string): ReadonlySet<string>;
}

/** Reads `classes.tsv` (columns: class, lemmas); every class is resolved at once, so that errors show on load. */
export function readClasses(files: readonly PlacedFile[], spelling: Spelling): WordClasses {
  const items = files.flatMap(({ file, layer }) =>
    readTsv(file, ['class', 'lemmas']).map((row) => ({ key: need(row, 'class'), value: need(row, 'lemmas'), row, layer })),
  );
  const rows = new Map(overlay(items).map(({ key, row }) => [key, row]));

  const member = (row: TsvRow, value: string, open: readonly string[]): readonly string[] => {
    if (!value.startsWith('@')) return spelling.variants(value);
    const name = value.slice(1);
    const definition = rows.get(name) ?? failAt(row, `unknown class "@${name}"`, 'classes are defined in classes.tsv');
    if (open.includes(name)) failAt(definition, `class "${name}" contains itself`, [...open, name].join(' -> '));
    return list(definition, 'lemmas').flatMap((inner) => member(definition, inner, [...open, name]));
  };
  const expand = (row: TsvRow, values: string): ReadonlySet<string> =>
    new Set(
      values
        .split('|')
        .map((value) => value.trim())
        .flatMap((value) => (value === '' ? failAt(row, `empty word in "${values}"`) : member(row, value, []))),
    );

  for (const [name, row] of rows) expand(row, `@${name}`);
  return { expand };
}
