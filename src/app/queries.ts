import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../sparql/types.ts';
import { PACKAGE_ROOT } from './package.ts';

export type { Catalogue, CatalogueQuery } from '../sparql/types.ts';

/** The query files of a folder of queries/, in code-unit order. */
export function queryFiles(folder: 'catalog' | 'checks' | 'networks'): { name: string; text: string }[] {
  const directory = join(PACKAGE_ROOT, 'queries', folder);
  const names = readdirSync(directory).filter((name) => name.endsWith('.rq'));
  return names.sort().map((name) => ({ name: `queries/${folder}/${name}`, text: readFileSync(join(directory, name), 'utf8') }));
}

/** The named questions that come with the program. */
export async function shippedCatalogue(): Promise<Catalogue> {
  const { loadCatalogue } = await import('../sparql/catalogue.ts');
  return loadCatalogue(queryFiles('catalog'));
}
