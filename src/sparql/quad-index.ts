import type { Quad, Term } from '../rdf/factory.ts';

const GRAPH_SEPARATOR = '\n';

/** A key that differs for any two different terms. */
export const termKey = (term: Term): string => {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}`;
    case 'BlankNode':
      return `_${term.value}`;
    case 'Literal':
      return `"${term.language}${GRAPH_SEPARATOR}${term.datatype.value}${GRAPH_SEPARATOR}${term.value}`;
    case 'Quad':
      return `(${[term.subject, term.predicate, term.object].map((part) => `${termKey(part).length}:${termKey(part)}`).join('')}`;
    default:
      return term.termType;
  }
};

type Position = 'subject' | 'predicate' | 'object';

/** The quads of one graph without duplicates, with an index per position, each built when first asked. */
class Triples {
  readonly #quads = new Map<string, Quad>();
  readonly #indexes = new Map<Position, Map<string, Quad[]>>();

  add(quad: Quad): void {
    const key = [quad.subject, quad.predicate, quad.object].map(termKey).join('\u0000');
    if (this.#quads.has(key)) return;
    this.#quads.set(key, quad);
    this.#indexes.clear();
  }

  addAll(other: Triples): void {
    for (const quad of other.#quads.values()) this.add(quad);
  }

  match(pattern: readonly (readonly [Position, Term])[]): readonly Quad[] {
    if (pattern.length === 0) return [...this.#quads.values()];
    const lists = pattern.map(([position, term]) => this.#list(position, term));
    const shortest = lists.reduce((best, list) => (list.length < best.length ? list : best));
    if (pattern.length === 1) return shortest;
    return shortest.filter((quad) => pattern.every(([position, term]) => quad[position].equals(term)));
  }

  #list(position: Position, term: Term): readonly Quad[] {
    let index = this.#indexes.get(position);
    if (!index) {
      index = this.#build(position);
      this.#indexes.set(position, index);
    }
    return index.get(termKey(term)) ?? [];
  }

  #build(position: Position): Map<string, Quad[]> {
    const index = new Map<string, Quad[]>();
    for (const quad of this.#quads.values()) {
      const key = termKey(quad[position]);
      const list = index.get(key);
      if (list) list.push(quad);
      else index.set(key, [quad]);
    }
    return index;
  }
}

/** The graphs a query reads: a default graph and named graphs by IRI. */
export interface DatasetClause {
  readonly default: readonly string[];
  readonly named: readonly string[];
}

type Wildcard = Term | null | undefined;

/**
 * An RDF dataset as a query sees it (RDF/JS `Source`). The default graph holds each triple once,
 * in however many graphs it stands: COUNT over a union that repeats them would be wrong.
 */
export class QuadIndex {
  readonly #default = new Triples();
  readonly #named = new Map<string, Triples>();

  /** @param inDefault which quads also belong to the default graph */
  static from(quads: Iterable<Quad>, inDefault: (quad: Quad) => boolean): QuadIndex {
    const index = new QuadIndex();
    for (const quad of quads) {
      if (quad.graph.termType !== 'DefaultGraph') index.#graph(quad.graph.value).add(quad);
      if (inDefault(quad)) index.#default.add(quad);
    }
    return index;
  }

  /** The dataset that FROM and FROM NAMED describe; a graph that is not in the base is empty, nothing is fetched. */
  view(clause: DatasetClause): QuadIndex {
    const view = new QuadIndex();
    for (const iri of clause.default) {
      const graph = this.#named.get(iri);
      if (graph) view.#default.addAll(graph);
    }
    for (const iri of clause.named) {
      const graph = this.#named.get(iri);
      if (graph) view.#named.set(iri, graph);
    }
    return view;
  }

  match(subject?: Wildcard, predicate?: Wildcard, object?: Wildcard, graph?: Wildcard): readonly Quad[] {
    const pattern = (
      [
        ['subject', subject],
        ['predicate', predicate],
        ['object', object],
      ] as const
    ).filter((entry): entry is readonly [Position, Term] => Boolean(entry[1]));
    if (graph?.termType === 'DefaultGraph') return this.#default.match(pattern);
    if (graph) return this.#named.get(graph.value)?.match(pattern) ?? [];
    return [...this.#named.values()].flatMap((triples) => triples.match(pattern));
  }

  countQuads(subject?: Wildcard, predicate?: Wildcard, object?: Wildcard, graph?: Wildcard): number {
    return this.match(subject, predicate, object, graph).length;
  }

  #graph(iri: string): Triples {
    let graph = this.#named.get(iri);
    if (!graph) {
      graph = new Triples();
      this.#named.set(iri, graph);
    }
    return graph;
  }
}
