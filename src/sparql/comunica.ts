/**
 * The one file that knows Comunica. It reads and evaluates what our own parser and push-down do not take: SPARQL 1.2, triple terms,
 * functions that are not SPARQL's.
 */
import type { Quad } from '../rdf/factory.ts';
import type { StoredDataset } from '../store/quads/quad-store.ts';
import type { Operation } from './algebra.ts';
import { DatasetSource } from './dataset-source.ts';
import type { Guard } from './guard.ts';
import { repair } from './repairs.ts';
import type { QueryResult, ResultTerm, Solution } from './types.ts';

type ComunicaEngine = import('@comunica/query-sparql-rdfjs').QueryEngine;

let loading: Promise<ComunicaEngine> | undefined;

/** Importing Comunica takes half a second, so it waits for the first query. */
const loadEngine = (): Promise<ComunicaEngine> => {
  loading ??= import('@comunica/query-sparql-rdfjs').then(({ QueryEngine }) => new QueryEngine());
  return loading;
};

/** Parses SPARQL with the engine's own parser: what is not SPARQL 1.1, or is to be told what is wrong with it. */
export const parseAlgebra = async (text: string, baseIri: string): Promise<Operation> => {
  const engine = await loadEngine();
  const explained = await engine.explain(text, { sources: [], baseIRI: baseIri }, 'parsed');
  return (explained as { data: Operation }).data;
};

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

type Row = Iterable<readonly [string | { readonly value: string }, ResultTerm]>;

const solutionOf = (row: Row): Solution =>
  new Map([...row].map(([variable, term]) => [typeof variable === 'string' ? variable : variable.value, term]));

/** Evaluates algebra pattern by pattern, as far as the guard lets it. */
export const evaluateByEngine = async (
  algebra: Operation,
  dataset: StoredDataset,
  baseIri: string,
  guard: Guard,
): Promise<QueryResult> => {
  const engine = await loadEngine();
  const operation = repair(algebra);
  const context = { sources: [new DatasetSource(dataset)], baseIRI: baseIri };
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
