import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser } from 'n3';
import { isomorphic } from 'rdf-isomorphic';
import { afterAll, describe, expect, it } from 'vitest';
import type { Quad } from '../../../src/rdf/factory.ts';
import { parseAlgebra } from '../../../src/sparql/comunica.ts';
import { updateStore } from '../../../src/sparql/update.ts';
import { type MemoryStore, memoryStore } from '../../../src/store/memory.ts';
import { type State, type UpdateCase, unpackSuite, updateCasesOf } from './suite.ts';

/* W3C SPARQL 1.1 Update, evaluation and syntax, through the store interface. */

const FOLDERS = `add basic-update clear copy delete delete-data delete-insert delete-where drop move update-silent
  syntax-update-1 syntax-update-2`.split(/\s+/);

const suite = unpackSuite();
afterAll(() => suite?.remove());

let label = 0;
const parse = (file: string): Quad[] =>
  new Parser({ baseIRI: pathToFileURL(file).href, blankNodePrefix: `_:f${label++}x` }).parse(
    readFileSync(file, 'utf8'),
  ) as unknown as Quad[];

const storeOf = async ({ data, graphs }: State): Promise<MemoryStore> => {
  const store = memoryStore();
  await store.put('', data.flatMap(parse));
  for (const { file, iri } of graphs) await store.put(iri, [...(await store.get(iri)), ...parse(file)]);
  return store;
};

const contents = async (store: MemoryStore): Promise<Quad[]> => {
  const graphs = await Promise.all(['', ...(await store.graphs())].map((graph) => store.get(graph)));
  return graphs.flat();
};

const evaluate = async ({ request, before, after }: UpdateCase): Promise<void> => {
  const store = await storeOf(before);
  await updateStore(store, readFileSync(request, 'utf8'), { baseIri: pathToFileURL(request).href, union: false });
  const [ours, theirs] = [await contents(store), await contents(await storeOf(after))];
  expect(isomorphic(ours as never, theirs as never), JSON.stringify([ours, theirs])).toBe(true);
};

const syntax = async ({ request }: UpdateCase, isRight: boolean): Promise<void> => {
  const parsed = parseAlgebra(readFileSync(request, 'utf8'), pathToFileURL(request).href);
  if (isRight) await expect(parsed).resolves.toBeDefined();
  else await expect(parsed).rejects.toThrow();
};

describe.skipIf(suite === null)('W3C SPARQL 1.1 Update (not run where the suite is absent)', () => {
  const cases = suite === null ? [] : FOLDERS.flatMap((folder) => updateCasesOf(join(suite.folder, folder)));
  it('has all its cases', () => expect(cases).toHaveLength(157));
  for (const test of cases) {
    if (test.type === 'UpdateEvaluationTest') it(test.name, () => evaluate(test));
    else it(test.name, () => syntax(test, test.type.startsWith('Positive')));
  }
});
