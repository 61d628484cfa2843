import { blank, type Quad, quad } from '../../rdf/factory.ts';
import { termKey } from '../../rdf/order.ts';
import type { StoredDataset } from '../../store/quads/quad-store.ts';
import type { ResultTerm, Solution } from '../types.ts';
import { type AlgebraTerm, inputsOf, type Node } from './node.ts';
import { evaluate, type Surroundings, templateTerm } from './query.ts';

/*
 * The source handed to Comunica: an `IQuerySource` (@comunica/types) whose selector shape takes every operation. It is made for one
 * query, and only for a query that can be evaluated whole.
 */

type Variable = { readonly termType: 'Variable'; readonly value: string };

const variable = (value: string): Variable & { equals(other: AlgebraTerm | null | undefined): boolean } => ({
  termType: 'Variable',
  value,
  equals: (other) => other?.termType === 'Variable' && other.value === value,
});

/** The part of Comunica's streams that a result passes through. */
class ResultStream<T> {
  readonly #items: () => Iterator<T>;
  readonly #properties: Record<string, unknown>;
  #destroyed = false;

  constructor(items: () => Iterator<T>, properties: Record<string, unknown>) {
    this.#items = items;
    this.#properties = properties;
  }

  getProperty(name: string, callback?: (value: unknown) => void): unknown {
    callback?.(this.#properties[name]);
    return this.#properties[name];
  }

  setProperty(name: string, value: unknown): void {
    this.#properties[name] = value;
  }

  /** The engine maps rows to keep the blank nodes of several sources apart; here is one source. */
  map(): this {
    return this;
  }

  on(): this {
    return this;
  }

  once(): this {
    return this;
  }

  destroy(): void {
    this.#destroyed = true;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    const items = this.#items();
    for (let next = items.next(); !next.done && !this.#destroyed; next = items.next()) yield next.value;
  }
}

const metadataOf = (count: number, columns: readonly string[]): Record<string, unknown> => ({
  metadata: {
    state: { valid: true, invalidate: () => {}, addInvalidateListener: () => {} },
    cardinality: { type: 'exact', value: count },
    requestTime: 0,
    variables: columns.map((name) => ({ variable: variable(name), canBeUndef: true })),
  },
});

/** The template of a CONSTRUCT filled once: blank nodes are new for each solution (SPARQL 1.1, section 16.2.1). */
const fill = (template: readonly Node[], solution: Solution, row: number): Quad[] =>
  template.flatMap((pattern) => {
    const [subject, predicate, object] = [pattern.subject, pattern.predicate, pattern.object].map((term) => {
      const filled = templateTerm(term as AlgebraTerm, solution);
      const isOwn = filled?.termType === 'BlankNode' && filled === term;
      return isOwn ? blank(`${filled.value}_${row}`) : filled;
    }) as (ResultTerm | undefined)[];
    if (!subject || !predicate || !object || subject.termType === 'Literal' || predicate.termType !== 'NamedNode') return [];
    return [quad(subject, predicate, object, pattern.graph as Quad['graph'])];
  });

export class PushDownSource {
  readonly referenceValue = 'demarche';
  // Private: the engine's visitors walk over the enumerable fields of whatever hangs on the algebra.
  readonly #dataset: StoredDataset;
  readonly #surroundings: Surroundings;

  constructor(dataset: StoredDataset, surroundings: Surroundings) {
    this.#dataset = dataset;
    this.#surroundings = surroundings;
  }

  async getFilterFactor(): Promise<number> {
    return 1;
  }

  async getSelectorShape(): Promise<unknown> {
    return { type: 'operation', operation: { operationType: 'wildcard' } };
  }

  queryBindings(operation: Node): ResultStream<Solution> {
    const list = evaluate(operation, this.#dataset, this.#surroundings);
    const solutions = function* (): Generator<Solution> {
      for (let row = 0; row < list.count; row++) yield list.solution(row);
    };
    return new ResultStream(solutions, metadataOf(list.count, list.columns));
  }

  async queryBoolean(operation: Node): Promise<boolean> {
    return evaluate(inputsOf(operation)[0]!, this.#dataset, { ...this.#surroundings, maxRows: 1 }).count > 0;
  }

  queryQuads(operation: Node): ResultStream<Quad> {
    const all = { ...this.#surroundings, maxRows: Number.POSITIVE_INFINITY };
    const list = evaluate(inputsOf(operation)[0]!, this.#dataset, all);
    const template = operation.template as readonly Node[];
    const quads = function* (): Generator<Quad> {
      const seen = new Set<string>();
      for (let row = 0; row < list.count; row++)
        for (const made of fill(template, list.solution(row), row)) {
          const key = [made.subject, made.predicate, made.object, made.graph].map(termKey).join('\u0001');
          if (!seen.has(key)) yield made;
          seen.add(key);
        }
    };
    return new ResultStream(quads, metadataOf(list.count, []));
  }

  toString(): string {
    return 'Demarche';
  }
}
