import { failAt, type TsvRow } from './tsv.ts';

/** A value read from a row, with the key that tells it from others and the layer of its file (see {@link placeFiles}). */
export interface Layered<T> {
  readonly key: string;
  readonly value: T;
  readonly row: TsvRow;
  readonly layer: number;
}

/**
 * Lays an analyst's rows over the shipped ones: a row of a later layer takes the place of the row with the same key.
 * @throws DemarcheError at the second row if two rows of one layer have the same key.
 */
export function overlay<T>(items: readonly Layered<T>[]): Layered<T>[] {
  const kept = new Map<string, Layered<T>>();
  for (const item of items) {
    const earlier = kept.get(item.key);
    if (earlier && earlier.layer === item.layer)
      failAt(item.row, `"${item.key}" is listed twice`, `first at ${earlier.row.file}:${earlier.row.line}`);
    kept.set(item.key, item);
  }
  return [...kept.values()];
}
