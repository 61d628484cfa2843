import { readFileSync } from 'node:fs';
import type { Quad } from '../../src/rdf/factory.ts';
import { defaultGraph, inGraph } from '../../src/rdf/factory.ts';
import { decodeStore, encodeStore } from '../../src/store/quads/cache.ts';
import { QuadStore } from '../../src/store/quads/quad-store.ts';
import { readQuads } from '../../src/store/quads/trig/read.ts';

export type Rows = readonly ReadonlyMap<string, { readonly value: string; readonly termType: string }>[];
export type Ask = (text: string) => Promise<Rows>;

/** Loads a file, and answers. */
export type Engine = (file: string) => Promise<Ask>;

const CACHE_KEY = Buffer.alloc(32);

const overQuads = async (store: QuadStore): Promise<Ask> => {
  const { createEngine } = await import('../../src/sparql/index.ts');
  const engine = createEngine(store);
  await engine.query('ASK { ?s a ?o }');
  return async (text) => {
    const result = await engine.query(text);
    return result.kind === 'bindings' ? (result.rows as Rows) : [];
  };
};

const readStore = (file: string): QuadStore => {
  const store = new QuadStore();
  readQuads(readFileSync(file), file, store);
  return store;
};

/** The cache of a file's quads, for the engine that loads from it. */
export const cacheOf = (file: string): Buffer[] => encodeStore(readStore(file), CACHE_KEY);

const parsed = async (file: string): Promise<Quad[]> => {
  const { Parser } = await import('n3');
  return new Parser({ format: 'application/trig' }).parse(readFileSync(file, 'utf8')) as unknown as Quad[];
};

const overStore = async (store: unknown): Promise<Ask> => {
  const { QueryEngine } = await import('@comunica/query-sparql-rdfjs');
  const engine = new QueryEngine();
  return async (text) => {
    const rows = await (await engine.queryBindings(text, { sources: [store as never] })).toArray();
    return rows.map((row) => new Map([...row].map(([variable, term]) => [variable.value, term])));
  };
};

export const CACHED = 'demarche, from its cache';

/** The others get the union of all graphs as their default graph. */
export const ENGINES: Readonly<Record<string, Engine>> = {
  demarche: async (file) => overQuads(readStore(file)),
  [CACHED]: async (file) => overQuads(decodeStore(readFileSync(`${file}.cache`), CACHE_KEY)!),
  oxigraph: async (file) => {
    const { default: oxigraph } = await import('oxigraph');
    const store = new oxigraph.Store();
    store.load(readFileSync(file, 'utf8'), { format: 'application/trig' });
    store.update('INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }');
    return async (text) => store.query(text) as Rows;
  },
  'comunica + n3': async (file) => {
    const { Store } = await import('n3');
    const store = new Store();
    for (const quad of await parsed(file)) {
      store.addQuad(quad as never);
      store.addQuad(inGraph(quad, defaultGraph()) as never);
    }
    return overStore(store);
  },
  'comunica + rdf-stores': async (file) => {
    const { RdfStore } = await import('rdf-stores');
    const store = RdfStore.createDefault();
    for (const quad of await parsed(file)) {
      store.addQuad(quad as never);
      store.addQuad(inGraph(quad, defaultGraph()) as never);
    }
    return overStore(store);
  },
};
