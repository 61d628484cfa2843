import { iri } from '../rdf/factory.ts';
import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import type { DatasetView, QuadStore, StoredDataset } from '../store/quads/quad-store.ts';
import type { DatasetClause, EngineOptions } from './types.ts';

/** Graphs of a base that hold no claims: read by GRAPH or FROM only. */
export const graphsApart = ({ baseIri = DEFAULT_BASE, outsideDefaultGraph }: EngineOptions): readonly string[] =>
  outsideDefaultGraph ?? ['graph/ontology', 'graph/curation'].map((path) => baseIri + path);

/** Which quads stand in the default graph. */
const defaultView = (store: QuadStore, options: EngineOptions): DatasetView => {
  const idsOf = (iris: Iterable<string>): Set<number> => new Set([...iris].map((each) => store.dictionary.find(iri(each))));
  const apart = idsOf(graphsApart(options));
  const rejected = idsOf(options.rejected ?? []);
  const union = options.union ?? true;
  return {
    defaultGraph: (subject, object, graph) =>
      graph === 0 || (union && !apart.has(graph) && !rejected.has(subject) && !rejected.has(object)),
    named: null,
  };
};

/** The dataset that FROM and FROM NAMED describe; a graph that is not in the base is empty, nothing is fetched. */
const clauseView = (store: QuadStore, clause: DatasetClause): DatasetView => {
  const idsOf = (iris: readonly string[]): Set<number> => new Set(iris.map((each) => store.dictionary.find(iri(each)) || -1));
  const graphs = idsOf(clause.default);
  return { defaultGraph: (_subject, _object, graph) => graphs.has(graph), named: idsOf(clause.named) };
};

/** What a query over a store reads; null: what it reads without FROM. */
export const datasetOf = (store: QuadStore, clause: DatasetClause | null, options: EngineOptions): StoredDataset =>
  store.dataset(clause ? clauseView(store, clause) : defaultView(store, options));
