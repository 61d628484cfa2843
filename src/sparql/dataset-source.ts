import { defaultGraph, inGraph, iri, type Quad, quad, type Term } from '../rdf/factory.ts';
import type { StoredDataset } from '../store/quads/quad-store.ts';
import type { Range } from '../store/quads/table.ts';

type Wildcard = Term | null | undefined;

/** A dataset as RDF/JS `Source`, for queries that the engine evaluates itself, pattern by pattern. */
export class DatasetSource {
  readonly #dataset: StoredDataset;

  constructor(dataset: StoredDataset) {
    this.#dataset = dataset;
  }

  match(subject?: Wildcard, predicate?: Wildcard, object?: Wildcard, graph?: Wildcard): readonly Quad[] {
    const { dictionary } = this.#dataset;
    return this.#rows(subject, predicate, object, graph).map(([s, p, o, g]) => {
      const made = quad(
        dictionary.term(s) as Quad['subject'],
        dictionary.term(p) as Quad['predicate'],
        dictionary.term(o),
        defaultGraph(),
      );
      return g === 0 ? made : inGraph(made, iri(dictionary.text(g)));
    });
  }

  countQuads(subject?: Wildcard, predicate?: Wildcard, object?: Wildcard, graph?: Wildcard): number {
    return this.#rows(subject, predicate, object, graph).length;
  }

  #rows(...pattern: readonly Wildcard[]): (readonly [number, number, number, number])[] {
    const graph = pattern[3];
    const isDefault = graph?.termType === 'DefaultGraph';
    const table = isDefault ? this.#dataset.defaultGraph : this.#dataset.namedGraphs;
    const wanted = pattern.map((term) =>
      !term || term.termType === 'DefaultGraph' ? 0 : this.#dataset.dictionary.find(term) || -1,
    );
    if (wanted.includes(-1)) return [];
    const [s, p, o, g] = wanted as [number, number, number, number];
    return rowsIn(table.range(s, p, o, g)).flatMap((row) => {
      const found = [table.subjects[row]!, table.predicates[row]!, table.objects[row]!, table.graphs[row]!] as const;
      return found.every((id, i) => wanted[i] === 0 || wanted[i] === id) ? [found] : [];
    });
  }
}

const rowsIn = ({ at, from, to }: Range): number[] =>
  Array.from({ length: to - from }, (_, i) => (at === null ? from + i : at[from + i]!));
