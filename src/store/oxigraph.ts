import { defaultGraph, inGraph, iri, type Quad } from '../rdf/factory.ts';
import { byCodeUnit, sortQuads } from '../rdf/order.ts';
import { parseQuads } from '../rdf/parse.ts';
import { serialize } from '../rdf/serialize.ts';
import type { NativeQuery, SparqlStore } from './types.ts';

type Oxigraph = typeof import('oxigraph');
type Store = InstanceType<Oxigraph['Store']>;

const FORMATS = { rows: 'application/sparql-results+json', triples: 'application/n-triples' } as const;
const LINES = 'application/n-triples';

/** Graphs in Oxigraph (WebAssembly, in memory): the reference to compare with, and the engine to fall back to. */
class OxigraphStore implements SparqlStore {
  readonly #library: Oxigraph;
  readonly #store: Store;

  constructor(library: Oxigraph) {
    this.#library = library;
    this.#store = new library.Store();
  }

  async graphs(): Promise<readonly string[]> {
    const rows = this.#store.query('SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }') as Map<string, { value: string }>[];
    return rows.map((row) => row.get('g')!.value).sort(byCodeUnit);
  }

  async get(graph: string): Promise<readonly Quad[]> {
    const text = this.#store.dump({ format: LINES, from_graph_name: this.#name(graph) });
    const own = graph === '' ? defaultGraph() : iri(graph);
    return sortQuads(parseQuads(text, 'oxigraph', 'ntriples').map((each) => inGraph(each, own)));
  }

  async put(graph: string, quads: Iterable<Quad>): Promise<void> {
    // Checked and written before anything is taken away.
    const text = serialize([...quads], 'ntriples');
    await this.delete(graph);
    this.#store.load(text, { format: LINES, to_graph_name: this.#name(graph) });
  }

  async delete(graph: string): Promise<boolean> {
    const name = this.#name(graph);
    if (this.#store.match(null, null, null, name).length === 0) return false;
    this.#store.update(graph === '' ? 'CLEAR DEFAULT' : `DROP GRAPH <${name.value}>`);
    return true;
  }

  async query({ text, gives, dataset }: NativeQuery): Promise<string> {
    const names = (iris: readonly string[]) => iris.map((each) => this.#library.namedNode(each));
    const graphs = dataset ? { default_graph: names(dataset.default), named_graphs: names(dataset.named) } : {};
    return this.#store.query(text, { results_format: FORMATS[gives], ...graphs }) as string;
  }

  async update(text: string): Promise<void> {
    this.#store.update(text);
  }

  #name(graph: string) {
    return graph === '' ? this.#library.defaultGraph() : this.#library.namedNode(graph);
  }
}

/** An empty store in Oxigraph. */
export const oxigraphStore = async (): Promise<SparqlStore> => new OxigraphStore((await import('oxigraph')).default);
