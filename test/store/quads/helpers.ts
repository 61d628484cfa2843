import { defaultGraph, type Quad, quad } from '../../../src/rdf/factory.ts';
import type { QuadStore } from '../../../src/store/quads/quad-store.ts';

/** All quads of a store, as terms. */
export const quadsOf = (store: QuadStore): Quad[] => {
  const { subjects, predicates, objects, graphs } = store.columns();
  const { dictionary } = store;
  return Array.from(subjects, (subject, row) =>
    quad(
      dictionary.term(subject) as Quad['subject'],
      dictionary.term(predicates[row]!) as Quad['predicate'],
      dictionary.term(objects[row]!),
      graphs[row] === 0 ? defaultGraph() : (dictionary.term(graphs[row]!) as Quad['graph']),
    ),
  );
};
