import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../sparql/types.ts';
import { PACKAGE_ROOT } from './package.ts';

export type { Catalogue, CatalogueQuery } from '../sparql/types.ts';

export type QueryFolder = 'catalog' | 'checks' | 'commands' | 'networks';

/** The query files of a folder of queries/, in code-unit order. */
function queryFiles(folder: QueryFolder): { name: string; text: string }[] {
  const directory = join(PACKAGE_ROOT, 'queries', folder);
  const names = readdirSync(directory).filter((name) => name.endsWith('.rq'));
  return names.sort().map((name) => ({ name: `queries/${folder}/${name}`, text: readFileSync(join(directory, name), 'utf8') }));
}

/** The queries of a folder that come with the program: the named questions unless another is given. */
export async function shippedQueries(folder: QueryFolder = 'catalog'): Promise<Catalogue> {
  const { loadCatalogue } = await import('../sparql/catalogue.ts');
  return loadCatalogue(queryFiles(folder));
}
