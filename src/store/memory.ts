import { defaultGraph, inGraph, iri, type Quad, quad } from '../rdf/factory.ts';
import { byCodeUnit, sortQuads } from '../rdf/order.ts';
import { checkQuad } from '../rdf/terms.ts';
import { QuadStore } from './quads/quad-store.ts';
import type { GraphStore } from './types.ts';

/** Graphs in memory, with the quads that an engine reads. */
export interface MemoryStore extends GraphStore {
  readonly quads: QuadStore;
  /** Another after each change. */
  readonly version: number;
}

const graphTerm = (graph: string): Quad['graph'] => (graph === '' ? defaultGraph() : iri(graph));

class QuadMemory implements MemoryStore {
  readonly quads = new QuadStore();
  version = 0;

  async graphs(): Promise<readonly string[]> {
    const ids = new Set(this.quads.columns().graphs);
    ids.delete(0);
    return [...ids].map((id) => this.quads.dictionary.text(id)).sort(byCodeUnit);
  }

  async get(graph: string): Promise<readonly Quad[]> {
    const id = this.#idOf(graph);
    if (id < 0) return [];
    const { dictionary } = this.quads;
    const { subjects, predicates, objects, graphs } = this.quads.columns();
    const found: Quad[] = [];
    for (let row = 0; row < graphs.length; row++) {
      if (graphs[row] !== id) continue;
      const [subject, predicate, object] = [subjects[row]!, predicates[row]!, objects[row]!].map((term) => dictionary.term(term));
      found.push(quad(subject as Quad['subject'], predicate as Quad['predicate'], object!, graphTerm(graph)));
    }
    return sortQuads(found);
  }

  async put(graph: string, quads: Iterable<Quad>): Promise<void> {
    const own = [...quads].map((each) => inGraph(each, graphTerm(graph)));
    for (const each of own) checkQuad(each);
    await this.delete(graph);
    for (const each of own) this.quads.add(each);
    this.version++;
  }

  async delete(graph: string): Promise<boolean> {
    const id = this.#idOf(graph);
    if (id < 0 || !this.quads.columns().graphs.includes(id)) return false;
    this.quads.removeGraph(id);
    this.version++;
    return true;
  }

  /** -1 where there is no such graph. */
  #idOf(graph: string): number {
    return graph === '' ? 0 : this.quads.dictionary.find(iri(graph)) || -1;
  }
}

/** Graphs in memory, as integers. */
export const memoryStore = (): MemoryStore => new QuadMemory();
