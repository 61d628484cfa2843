import { DemarcheError } from '../model/errors.ts';
import { boolean } from '../rdf/factory.ts';
import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import { parseQuads } from '../rdf/parse.ts';
import type { SparqlStore } from '../store/types.ts';
import { bindParameters, type Operation, splitDataset } from './algebra.ts';
import { graphsApart } from './dataset.ts';
import { readJsonResults } from './json-results.ts';
import { prologueFor } from './prefixes.ts';
import { parseReadOnly } from './read-only.ts';
import { type SolutionPlan, solutionPlan } from './solutions.ts';
import { algebraText } from './to-text.ts';
import type {
  DatasetClause,
  Engine,
  EngineOptions,
  QueryLimits,
  QueryOptions,
  QueryPlan,
  QueryResult,
  Solutions,
} from './types.ts';

/*
 * An engine over a store that understands SPARQL itself: the query is read here, refused here if it is no plain read, and sent as
 * a whole. The author's text goes as it is; only where terms were put into it, it is written anew from the algebra.
 */

/** `ask`, `construct`, `describe`, or what a SELECT begins with. */
const queryForm = (operation: Operation): string => {
  let current = operation;
  while (current.type === 'from' || current.type === 'slice') current = current.input as Operation;
  return current.type;
};

const TRIPLES = ['construct', 'describe'];

const cut = <T>(items: readonly T[], { maxRows }: QueryLimits): { items: readonly T[]; truncated: boolean } =>
  maxRows !== undefined && items.length > maxRows
    ? { items: items.slice(0, maxRows), truncated: true }
    : { items, truncated: false };

class NativeEngine implements Engine {
  readonly #store: SparqlStore;
  readonly #baseIri: string;
  readonly #options: EngineOptions;

  constructor(store: SparqlStore, options: EngineOptions) {
    this.#store = store;
    this.#baseIri = options.baseIri ?? DEFAULT_BASE;
    this.#options = options;
  }

  async query(text: string, options: QueryOptions = {}): Promise<QueryResult> {
    const operation = await parseReadOnly(text, this.#baseIri, options);
    const parameters = options.parameters ?? new Map();
    const written =
      parameters.size === 0
        ? `BASE <${this.#baseIri}> ${prologueFor(this.#baseIri)}${text}`
        : await algebraText(bindParameters(operation, parameters, boolean(true)));
    return this.#ask(written, operation, await this.#dataset(operation, options), options);
  }

  async explain(text: string, options: QueryOptions = {}): Promise<QueryPlan> {
    const { operation } = splitDataset(await parseReadOnly(text, this.#baseIri, options));
    const bound = bindParameters(operation, options.parameters ?? new Map(), boolean(true));
    return { sparql: await algebraText(bound), evaluation: 'whole, by the store it is sent to' };
  }

  async solutions(text: string, options: QueryOptions = {}): Promise<Solutions | null> {
    const operation = await parseReadOnly(text, this.#baseIri, options);
    const bound = bindParameters(splitDataset(operation).operation, options.parameters ?? new Map(), boolean(true));
    const plan = solutionPlan(bound);
    return plan && this.#solve(plan, await this.#dataset(operation, options), options);
  }

  async #solve(plan: SolutionPlan, dataset: DatasetClause | null, options: QueryOptions): Promise<Solutions> {
    const result = await this.#ask(await algebraText(plan.operation), plan.operation, dataset, options);
    if (result.kind !== 'bindings') throw new Error('a projection gives rows');
    const subqueries: Solutions[] = [];
    for (const subquery of plan.subqueries) subqueries.push(await this.#solve(subquery, dataset, options));
    return { result, keys: plan.keys, subqueries };
  }

  async #ask(text: string, operation: Operation, dataset: DatasetClause | null, options: QueryOptions): Promise<QueryResult> {
    const limits = options.limits ?? {};
    if (TRIPLES.includes(queryForm(operation))) {
      const answer = await this.#store.query({ text, gives: 'triples', dataset });
      const { items, truncated } = cut(parseQuads(answer, 'answer', 'turtle'), limits);
      return { kind: 'quads', quads: items, truncated };
    }
    const result = readJsonResults(await this.#store.query({ text, gives: 'rows', dataset }));
    if (result.kind === 'boolean') return result;
    // Virtuoso answers ASK with a row, or with none.
    if (queryForm(operation) === 'ask') return { kind: 'boolean', value: result.rows.length > 0 };
    const { items, truncated } = cut(result.rows, limits);
    return { ...result, rows: items, truncated };
  }

  async #dataset(operation: Operation, options: QueryOptions): Promise<DatasetClause | null> {
    return options.dataset ?? splitDataset(operation).clause ?? this.#union();
  }

  /** All graphs but those that stand apart, as the default graph; null where the store's own is wanted. */
  async #union(): Promise<DatasetClause | null> {
    if (this.#options.union === false) return null;
    const apart = graphsApart({ ...this.#options, baseIri: this.#baseIri });
    const graphs = await this.#store.graphs();
    if (graphs.length === 0)
      throw new DemarcheError('store', 'the store holds no graph', { hint: 'run demarche build --store first' });
    return { default: graphs.filter((graph) => !apart.includes(graph)), named: graphs };
  }
}

/** An engine over a store that understands SPARQL. */
export const nativeEngine = (store: SparqlStore, options: EngineOptions = {}): Engine => new NativeEngine(store, options);
