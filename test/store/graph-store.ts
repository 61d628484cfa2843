import { describe, expect, it } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import { iri, quad, string } from '../../src/rdf/factory.ts';
import type { GraphStore } from '../../src/store/types.ts';

const g = iri('urn:g');
const fact = (value: string) => quad(iri('urn:s'), iri('urn:p'), string(value), g);
const values = async (store: GraphStore, graph: string): Promise<string[]> => (await store.get(graph)).map((q) => q.object.value);

/** What every graph store must do, whatever it is made of. */
export const graphStoreContract = (name: string, make: () => Promise<GraphStore>): void => {
  describe(`graph store: ${name}`, () => {
    it('is empty at first', async () => {
      const store = await make();
      expect(await store.graphs()).toEqual([]);
      expect(await store.get('urn:g')).toEqual([]);
      expect(await store.delete('urn:g')).toBe(false);
    });

    it('replaces a graph as a whole; putting it again changes nothing', async () => {
      const store = await make();
      await store.put('urn:g', [fact('1'), fact('2'), fact('2')]);
      expect(await values(store, 'urn:g')).toEqual(['1', '2']);
      await store.put('urn:g', [fact('3')]);
      await store.put('urn:g', [fact('3')]);
      expect(await values(store, 'urn:g')).toEqual(['3']);
    });

    it('keeps graphs apart and lists them in code-unit order', async () => {
      const store = await make();
      for (const graph of ['urn:b', 'urn:a', 'urn:Z']) await store.put(graph, [fact(graph)]);
      expect(await store.graphs()).toEqual(['urn:Z', 'urn:a', 'urn:b']);
      expect(await values(store, 'urn:a')).toEqual(['urn:a']);
      expect((await store.get('urn:a'))[0]?.graph.value).toBe('urn:a');
      expect(await store.delete('urn:a')).toBe(true);
      expect(await store.graphs()).toEqual(['urn:Z', 'urn:b']);
    });

    it('removes a graph when no quads are put', async () => {
      const store = await make();
      await store.put('urn:g', [fact('1')]);
      await store.put('urn:g', []);
      expect(await store.graphs()).toEqual([]);
    });

    it('refuses terms that may not go out and keeps what it had', async () => {
      const store = await make();
      await store.put('urn:g', [fact('1')]);
      await expect(store.put('urn:g', [fact('2'), quad(iri('a b'), iri('urn:p'), string('x'), g)])).rejects.toThrow(
        DemarcheError,
      );
      expect(await values(store, 'urn:g')).toEqual(['1']);
    });
  });
};
