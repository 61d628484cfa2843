import { QueryEngine } from '@comunica/query-sparql-rdfjs';
import { Parser, Store } from 'n3';
import oxigraph from 'oxigraph';
import { RdfStore } from 'rdf-stores';
import type { Quad } from '../../src/rdf/factory.ts';
import { dataFactory, defaultGraph, inGraph } from '../../src/rdf/factory.ts';
import { createEngine } from '../../src/sparql/index.ts';
import { QuadStore } from '../../src/store/quads/quad-store.ts';
import { readQuads } from '../../src/store/quads/trig/read.ts';

export type Rows = readonly ReadonlyMap<string, { readonly value: string; readonly termType: string }>[];
export type Ask = (text: string) => Promise<Rows>;

const parse = (text: string): Quad[] => new Parser({ format: 'application/trig' }).parse(text) as unknown as Quad[];

const overStore = (store: unknown): Ask => {
  const engine = new QueryEngine();
  return async (text) => {
    const rows = await (await engine.queryBindings(text, { sources: [store as never] })).toArray();
    return rows.map((row) => new Map([...row].map(([variable, term]) => [variable.value, term])));
  };
};

/** Each loads TriG; the others get the union of all graphs as their default graph. */
export const ENGINES: Readonly<Record<string, (trig: string) => Promise<Ask>>> = {
  demarche: async (trig) => {
    const store = new QuadStore();
    readQuads(Buffer.from(trig), 'bench.trig', store);
    const engine = createEngine(store);
    await engine.query('ASK { ?s a ?o }');
    return async (text) => {
      const result = await engine.query(text);
      return result.kind === 'bindings' ? (result.rows as Rows) : [];
    };
  },
  oxigraph: async (trig) => {
    const store = new oxigraph.Store();
    store.load(trig, { format: 'application/trig' });
    store.update('INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }');
    return async (text) => store.query(text) as Rows;
  },
  'comunica + n3': async (trig) => {
    const quads = parse(trig);
    return overStore(new Store([...quads, ...quads.map((quad) => inGraph(quad, defaultGraph()))] as never));
  },
  'comunica + rdf-stores': async (trig) => {
    const store = RdfStore.createDefault();
    for (const quad of parse(trig)) {
      store.addQuad(quad as never);
      store.addQuad(dataFactory.quad(quad.subject as never, quad.predicate as never, quad.object as never) as never);
    }
    return overStore(store);
  },
};
