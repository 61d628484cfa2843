import type { StoredDataset } from '../store/quads/quad-store.ts';
import type { Operation } from './algebra.ts';
import type { Guard } from './guard.ts';
import { ask, construct, describe } from './push-down/forms.ts';
import { evaluate, takesQuery } from './push-down/query.ts';
import type { QueryResult } from './types.ts';

/** One row more than wanted tells that there are more. */
const cut = <T>(items: T[], { maxRows }: Guard): { items: T[]; truncated: boolean } =>
  items.length > maxRows ? { items: items.slice(0, maxRows), truncated: true } : { items, truncated: false };

const evaluateWhole = (operation: Operation, dataset: StoredDataset, baseIri: string, guard: Guard): QueryResult => {
  const surroundings = { baseIri, maxRows: guard.maxRows + 1, onWork: () => guard.check() };
  guard.check();
  if (operation.type === 'ask') return { kind: 'boolean', value: ask(operation, dataset, surroundings) };
  if (operation.type === 'construct' || operation.type === 'describe') {
    const quads = (operation.type === 'construct' ? construct : describe)(operation, dataset, surroundings);
    const { items, truncated } = cut(quads, guard);
    return { kind: 'quads', quads: items, truncated };
  }
  const list = evaluate(operation, dataset, surroundings);
  const count = Math.min(list.count, guard.maxRows);
  const rows = Array.from({ length: count }, (_, row) => list.solution(row));
  return { kind: 'bindings', columns: list.columns, rows, truncated: list.count > guard.maxRows };
};

/** Evaluates algebra, as far as the guard lets it: over our own source, or by Comunica where it holds what is not taken there. */
export const evaluateAlgebra = async (
  operation: Operation,
  dataset: StoredDataset,
  baseIri: string,
  guard: Guard,
): Promise<QueryResult> => {
  if (takesQuery(operation)) return evaluateWhole(operation, dataset, baseIri, guard);
  const { evaluateByEngine } = await import('./comunica.ts');
  return evaluateByEngine(operation, dataset, baseIri, guard);
};
