import type { StoredDataset } from '../../store/quads/quad-store.ts';
import type { ResultTerm, Solution } from '../types.ts';
import { compile } from './compile.ts';
import { Names, QueryContext } from './context.ts';
import { inputsOf, type Node, namesOf } from './node.ts';
import { Rows } from './row-table.ts';
import { takes } from './takes.ts';
import { QueryTerms } from './terms.ts';
import { bindingOf } from './variables.ts';

/** What a query is evaluated with. */
export interface Surroundings {
  readonly baseIri: string;
  /** Solutions after which the rest is not wanted. */
  readonly maxRows: number;
  /** Called every few thousand rows looked at; throws where the query is to stop. */
  readonly onWork: () => void;
}

/** Solutions of a query as ids; terms are made when a row is read. */
export interface SolutionList {
  readonly columns: readonly string[];
  readonly count: number;
  solution(row: number): Solution;
}

const countVariables = (node: unknown): number => {
  if (Array.isArray(node)) return node.reduce<number>((sum, item) => sum + countVariables(item), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const { termType, type } = node as { termType?: string; type?: string };
  if (termType === 'Variable') return 1;
  if (termType !== undefined && termType !== 'Quad') return 0;
  const below = Object.values(node).reduce<number>((sum, item) => sum + countVariables(item), 0);
  // One more for the sort keys of ORDER BY and the names that VALUES rows hold.
  return type === 'orderby' ? below + ((node as Node).expressions as readonly unknown[]).length : below;
};

/** `SELECT *` and the pattern of a CONSTRUCT have all variables in scope. */
const columnsOf = (node: Node): readonly string[] => {
  let current = node;
  while (['slice', 'distinct', 'reduced'].includes(current.type!)) current = inputsOf(current)[0]!;
  return current.type === 'project' ? namesOf(current.variables) : [...bindingOf(current).possible];
};

/** Evaluates an operation that `takes` takes. */
export const evaluate = (node: Node, dataset: StoredDataset, { baseIri, maxRows, onWork }: Surroundings): SolutionList => {
  const terms = new QueryTerms(dataset.dictionary);
  const context = new QueryContext(dataset, terms, baseIri, countVariables(node) + 16, onWork);
  const names = new Names(context);
  const columns = columnsOf(node);
  const slots = names.slots(columns);
  const rows = new Rows(slots.length);
  const run = compile(node, { context, names, bound: new Set(), maybe: new Set() }, () => {
    rows.add(context.registers, slots);
    return rows.count >= maxRows;
  });
  if (maxRows > 0) run();
  // A term that comes again is made once.
  const made = new Map<number, ResultTerm>();
  const termOf = (id: number): ResultTerm => {
    let term = made.get(id);
    if (!term) {
      term = terms.term(id);
      made.set(id, term);
    }
    return term;
  };
  return {
    columns,
    count: rows.count,
    solution: (row) => {
      const solution = new Map<string, ResultTerm>();
      for (let column = 0; column < columns.length; column++) {
        const id = rows.at(row, column);
        if (id !== 0) solution.set(columns[column]!, termOf(id));
      }
      return solution;
    },
  };
};

const FORMS = new Set(['ask', 'construct', 'describe']);

/** True if a query, whatever its form, can be evaluated here whole. */
export const takesQuery = (query: Node): boolean => takes(FORMS.has(query.type!) ? inputsOf(query)[0]! : query);
