import { chmodSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iri, type Quad } from '../../src/rdf/factory.ts';
import { sortQuads } from '../../src/rdf/order.ts';
import { parseQuads } from '../../src/rdf/parse.ts';
import { type Base, createBase, paths } from '../../src/store/base.ts';
import { loadDataset } from '../../src/store/dataset.ts';
import { openQuads } from '../../src/store/open-quads.ts';
import { put, temporaryFolder } from './helpers.ts';
import { quadsOf } from './quads/helpers.ts';

const ONTOLOGY = { name: 'ontology.ttl', text: '<http://e/A> a <http://e/Class> .' };
const options = { ontology: [ONTOLOGY], version: '1' };

const newBase = async (): Promise<Base> => {
  const base = await createBase(temporaryFolder());
  await put(base, 'a', 'b');
  return base;
};
const cacheOf = (base: Base): string => join(base.directory, paths.cache);
const open = async (base: Base): Promise<Quad[]> => sortQuads(quadsOf((await openQuads(base, options)).store));
const fromFiles = async (base: Base): Promise<readonly Quad[]> =>
  sortQuads((await loadDataset(base, { ontology: parseQuads(ONTOLOGY.text, ONTOLOGY.name) })).named);

/** Opens, and tells whether that was done without writing the cache anew. */
const wasCached = async (base: Base): Promise<boolean> => {
  utimesSync(cacheOf(base), 1, 1);
  await openQuads(base, options);
  return statSync(cacheOf(base)).mtimeMs === 1000;
};

describe('opening a base for queries', () => {
  it('reads what the files hold, and the same from its cache', async () => {
    const base = await newBase();
    const expected = await fromFiles(base);
    expect(await open(base)).toEqual(expected);
    expect(await wasCached(base)).toBe(true);
    expect(await open(base)).toEqual(expected);
  });

  it.each([
    ['an article is added', (base: Base) => put(base, 'c')],
    [
      'a graph is changed by hand, its size and time of change kept',
      (base: Base) => {
        const file = join(base.directory, paths.graph('a'));
        const { atime, mtime } = statSync(file);
        writeFileSync(file, readFileSync(file, 'utf8').replace('0.9', '0.8'));
        utimesSync(file, atime, mtime);
      },
    ],
    [
      'a claim is judged',
      (base: Base) => writeFileSync(join(base.directory, 'curation', 'x.tsv'), 'claim\tverdict\nposition/1\treject\n'),
    ],
    [
      'a byte of the cache is changed',
      (base: Base) => {
        const bytes = readFileSync(cacheOf(base));
        bytes[bytes.length - 9]! ^= 1;
        writeFileSync(cacheOf(base), bytes);
      },
    ],
    ['the cache is cut', (base: Base) => writeFileSync(cacheOf(base), readFileSync(cacheOf(base)).subarray(0, 1000))],
    ['the cache is empty', (base: Base) => writeFileSync(cacheOf(base), '')],
  ])('reads the files again where %s', async (_name, change) => {
    const base = await newBase();
    await open(base);
    await change(base);
    expect(await wasCached(base)).toBe(false);
    expect(await open(base)).toEqual(await fromFiles(base));
    expect(await wasCached(base)).toBe(true);
  });

  it('reads the files again for another version of the program or another ontology', async () => {
    const base = await newBase();
    await open(base);
    utimesSync(cacheOf(base), 1, 1);
    await openQuads(base, { ...options, version: '2' });
    expect(statSync(cacheOf(base)).mtimeMs).not.toBe(1000);
    const { store } = await openQuads(base, { ontology: [{ ...ONTOLOGY, text: '' }], version: '2' });
    expect(store.dictionary.find(iri('http://e/A'))).toBe(0);
  });

  it.each([
    ['that is no TriG', 'nonsense'],
    ['of another article', '<http://e/g> { <http://e/a> <http://e/p> 1 }'],
    ['without a graph', '<http://e/a> <http://e/p> 1 .'],
    ['that is empty', ''],
  ])('tells a graph %s each time, and reads the good ones', async (_name, text) => {
    const base = await newBase();
    const file = join(base.directory, paths.graph('a'));
    writeFileSync(file, text);
    const expected = await fromFiles(base);
    for (let time = 0; time < 2; time++) {
      const { store, problems } = await openQuads(base, options);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ kind: 'store', location: { file } });
      expect(sortQuads(quadsOf(store))).toEqual(expected);
    }
  });

  it('does without a cache where none can be written', async () => {
    const base = await newBase();
    rmSync(join(base.directory, 'derived'), { recursive: true, force: true });
    writeFileSync(join(base.directory, 'derived'), 'in the way');
    chmodSync(join(base.directory, 'derived'), 0o444);
    expect(await open(base)).toEqual(await fromFiles(base));
  });
});
