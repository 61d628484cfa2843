/**
 * The one file that knows Comunica. It parses text to algebra, and evaluates algebra over an RDF/JS source;
 * a source of our own (`IQuerySource`) would be handed in here.
 */
import type { Quad } from '../rdf/factory.ts';
import type { Operation } from './algebra.ts';
import type { QuadIndex } from './quad-index.ts';
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

/** Called for each row; false stops the reading. */
export type RowGuard = (rowsSoFar: number) => boolean;

interface ResultStream<T> extends AsyncIterable<T> {
  destroy(): void;
}

const collect = async <T>(stream: ResultStream<T>, guard: RowGuard): Promise<{ items: T[]; truncated: boolean }> => {
  const items: T[] = [];
  for await (const item of stream) {
    if (!guard(items.length)) {
      stream.destroy();
      return { items, truncated: true };
    }
    items.push(item);
  }
  return { items, truncated: false };
};

/** Evaluates algebra. `guard` sees every row before it is kept. */
export const evaluateAlgebra = async (
  operation: Operation,
  source: QuadIndex,
  baseIri: string,
  guard: RowGuard,
): Promise<QueryResult> => {
  const engine = await loadEngine();
  // The engine takes algebra and any RDF/JS-like source at run time; its types only admit its own.
  const result = await engine.query(operation as never, { sources: [source], baseIRI: baseIri } as never);
  if (result.resultType === 'boolean') return { kind: 'boolean', value: await result.execute() };
  if (result.resultType === 'quads') {
    const { items, truncated } = await collect<Quad>((await result.execute()) as never, guard);
    return { kind: 'quads', quads: items, truncated };
  }
  if (result.resultType !== 'bindings') throw new Error(`unexpected result type ${result.resultType}`);
  const columns = (await result.metadata()).variables as unknown as readonly { value: string }[];
  const { items, truncated } = await collect<Iterable<[{ value: string }, ResultTerm]>>((await result.execute()) as never, guard);
  const rows: Solution[] = items.map((row) => new Map([...row].map(([variable, term]) => [variable.value, term])));
  return { kind: 'bindings', columns: columns.map((variable) => variable.value), rows, truncated };
};
