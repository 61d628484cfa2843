/**
 * The one file that knows Comunica. It parses text to algebra, and evaluates algebra: over our own source, to which
 * whole queries are pushed down, or, where a query holds something that is not taken there, pattern by pattern by itself.
 */
import type { Quad } from '../rdf/factory.ts';
import type { StoredDataset } from '../store/quads/quad-store.ts';
import type { Operation } from './algebra.ts';
import { DatasetSource } from './dataset-source.ts';
import { takesQuery } from './push-down/query.ts';
import { PushDownSource } from './push-down/source.ts';
import { repair } from './repairs.ts';
import type { QueryResult, ResultTerm, Solution } from './types.ts';

type ComunicaEngine = import('@comunica/query-sparql-rdfjs').QueryEngine;

let loading: Promise<ComunicaEngine> | undefined;

/** Importing Comunica takes half a second, so it waits for the first query. */
const loadEngine = (): Promise<ComunicaEngine> => {
  loading ??= import('@comunica/query-sparql-rdfjs').then(({ QueryEngine }) => new QueryEngine());
  return loading;
};

/** Parses SPARQL with the parser whose algebra is evaluated later, so that no second parser can disagree with it. */
export const parseAlgebra = async (text: string, baseIri: string): Promise<Operation> => {
  const engine = await loadEngine();
  const explained = await engine.explain(text, { sources: [], baseIRI: baseIri }, 'parsed');
  return (explained as { data: Operation }).data;
};

/** What a query may use up. */
export interface Guard {
  readonly maxRows: number;
  /** Throws where the time is up. */
  check(): void;
}

interface ResultStream<T> extends AsyncIterable<T> {
  destroy(): void;
}

const collect = async <T>(stream: ResultStream<T>, guard: Guard): Promise<{ items: T[]; truncated: boolean }> => {
  const items: T[] = [];
  for await (const item of stream) {
    guard.check();
    if (items.length >= guard.maxRows) {
      stream.destroy();
      return { items, truncated: true };
    }
    items.push(item);
  }
  return { items, truncated: false };
};

/** The key under which the engine finds sources that are made already (`KeysQueryOperation.querySources`). */
const QUERY_SOURCES = '@comunica/bus-query-operation:querySources';

/** What is evaluated, and what the engine is told of where. */
const preparation = (operation: Operation, dataset: StoredDataset, baseIri: string, guard: Guard) => {
  if (!takesQuery(operation))
    return { operation: repair(operation), context: { sources: [new DatasetSource(dataset)], baseIRI: baseIri } };
  // One row more than wanted tells that there are more.
  const surroundings = { baseIri, maxRows: guard.maxRows + 1, onWork: () => guard.check() };
  return { operation, context: { [QUERY_SOURCES]: [{ source: new PushDownSource(dataset, surroundings) }], baseIRI: baseIri } };
};

type Row = Iterable<readonly [string | { readonly value: string }, ResultTerm]>;

/** Rows of our own source are solutions already. */
const solutionOf = (row: Row): Solution =>
  row instanceof Map
    ? row
    : new Map([...row].map(([variable, term]) => [typeof variable === 'string' ? variable : variable.value, term]));

/** Evaluates algebra, as far as the guard lets it. */
export const evaluateAlgebra = async (
  algebra: Operation,
  dataset: StoredDataset,
  baseIri: string,
  guard: Guard,
): Promise<QueryResult> => {
  const engine = await loadEngine();
  const { operation, context } = preparation(algebra, dataset, baseIri, guard);
  // The engine takes algebra and sources of these shapes at run time; its types only admit its own.
  const result = await engine.query(operation as never, context as never);
  if (result.resultType === 'boolean') return { kind: 'boolean', value: await result.execute() };
  if (result.resultType === 'quads') {
    const { items, truncated } = await collect<Quad>((await result.execute()) as never, guard);
    return { kind: 'quads', quads: items, truncated };
  }
  if (result.resultType !== 'bindings') throw new Error(`unexpected result type ${result.resultType}`);
  const columns = (await result.metadata()).variables as unknown as readonly (
    | { value: string }
    | { variable: { value: string } }
  )[];
  const { items, truncated } = await collect<Row>((await result.execute()) as never, guard);
  const names = columns.map((column) => ('variable' in column ? column.variable.value : column.value));
  return { kind: 'bindings', columns: names, rows: items.map(solutionOf), truncated };
};
