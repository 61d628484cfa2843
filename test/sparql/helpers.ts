import { readdirSync, readFileSync } from 'node:fs';
import { DemarcheError } from '../../src/model/errors.ts';
import { type Catalogue, loadCatalogue, type QueryResult, tableOf } from '../../src/sparql/index.ts';

export const BASE = 'https://w3id.org/demarche/id/';

const root = new URL('../../queries/', import.meta.url);

export const catalogueOf = (folder: 'catalog' | 'checks'): Catalogue =>
  loadCatalogue(
    readdirSync(new URL(`${folder}/`, root))
      .filter((name) => name.endsWith('.rq'))
      .map((name) => ({ name, text: readFileSync(new URL(`${folder}/${name}`, root), 'utf8') })),
  );

/** Rows as plain values, with only the columns named. */
export const rowsOf = (result: QueryResult, ...columns: readonly string[]): unknown[][] => {
  const table = tableOf(result, BASE);
  const wanted = columns.length === 0 ? table.columns : columns;
  return table.rows.map((row) => wanted.map((column) => row[table.columns.indexOf(column)] ?? null));
};

/** The error a promise fails with; any other outcome is a failed test. */
export const failureOf = async (work: Promise<unknown>): Promise<DemarcheError> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof DemarcheError) return error;
    throw error;
  }
  throw new Error('expected a DemarcheError');
};
