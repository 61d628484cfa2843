import { readFileSync } from 'node:fs';
import type { Quad } from '../../src/rdf/factory.ts';
import { defaultGraph, inGraph } from '../../src/rdf/factory.ts';
import { iriMaker } from '../../src/rdf/iris.ts';
import { decodeStore, encodeStore } from '../../src/store/quads/cache.ts';
import { QuadStore } from '../../src/store/quads/quad-store.ts';
import { readQuads } from '../../src/store/quads/trig/read.ts';

export type Rows = readonly ReadonlyMap<string, { readonly value: string; readonly termType: string }>[];
/** @param stop tells an engine that can to give up */
export type Ask = (text: string, stop?: AbortSignal) => Promise<Rows>;

/** What has been loaded; made ready, it answers. */
export type Loaded = () => Promise<Ask>;
export type Engine = (file: string) => Promise<Loaded>;

/*
 * All answer over the union of the graphs as the default graph, but for the ontology. Others must be given that union, which takes
 * as long again as loading: it is measured apart, as getting ready.
 */
const ONTOLOGY_GRAPH = iriMaker().commonGraph('ontology');

const CACHE_KEY = Buffer.alloc(32);

const overQuads =
  (store: QuadStore): Loaded =>
  async () => {
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

const overStore = async (store: unknown): Promise<Ask> => {
  const { QueryEngine } = await import('@comunica/query-sparql-rdfjs');
  const engine = new QueryEngine();
  return async (text, stop) => {
    const stream = await engine.queryBindings(text, { sources: [store as never] });
    stop?.addEventListener('abort', () => stream.destroy());
    const rows = await stream.toArray();
    return rows.map((row) => new Map([...row].map(([variable, term]) => [variable.value, term])));
  };
};

interface QuadSink {
  addQuad(quad: never): unknown;
}

const withUnion = async <T extends QuadSink>(file: string, store: T): Promise<Loaded> => {
  const { Parser } = await import('n3');
  const quads = new Parser({ format: 'application/trig' }).parse(readFileSync(file, 'utf8')) as unknown as Quad[];
  for (const quad of quads) store.addQuad(quad as never);
  return () => {
    for (const quad of quads) if (quad.graph.value !== ONTOLOGY_GRAPH) store.addQuad(inGraph(quad, defaultGraph()) as never);
    quads.length = 0;
    return overStore(store);
  };
};

export const CACHED = 'demarche, from its cache';

export const ENGINES: Readonly<Record<string, Engine>> = {
  demarche: async (file) => overQuads(readStore(file)),
  [CACHED]: async (file) => overQuads(decodeStore(readFileSync(`${file}.cache`), CACHE_KEY)!),
  oxigraph: async (file) => {
    const { default: oxigraph } = await import('oxigraph');
    const store = new oxigraph.Store();
    store.load(readFileSync(file, 'utf8'), { format: 'application/trig' });
    return async () => {
      store.update(`INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } FILTER(?g != <${ONTOLOGY_GRAPH}>) }`);
      return async (text) => store.query(text) as Rows;
    };
  },
  'comunica + n3': async (file) => withUnion(file, new (await import('n3')).Store()),
  'comunica + rdf-stores': async (file) => withUnion(file, (await import('rdf-stores')).RdfStore.createDefault()),
};
