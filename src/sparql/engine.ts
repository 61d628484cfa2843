import { DemarcheError } from '../model/errors.ts';
import { boolean, type Quad } from '../rdf/factory.ts';
import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import { QuadStore, type StoredDataset } from '../store/quads/quad-store.ts';
import { bindParameters, type Operation, splitDataset } from './algebra.ts';
import { datasetOf } from './dataset.ts';
import { evaluateAlgebra } from './evaluate.ts';
import { guardOf } from './guard.ts';
import { parseForPushDown, parseReadOnly } from './read-only.ts';
import { type SolutionPlan, solutionPlan } from './solutions.ts';
import { syntaxError } from './syntax-error.ts';
import type { DatasetClause, Engine, EngineOptions, QueryOptions, QueryPlan, QueryResult, Solutions } from './types.ts';

/** What goes wrong while a query runs (an unknown function, recursion too deep) is the query's fault, not a defect. */
const runtimeError = (cause: unknown, options: QueryOptions): DemarcheError => {
  if (cause instanceof DemarcheError) return cause;
  const message = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  const location = options.file === undefined ? {} : { location: { file: options.file } };
  return new DemarcheError('query', `the query failed: ${message}`, { cause, ...location });
};

class QuadEngine implements Engine {
  readonly #quads: Iterable<Quad> | QuadStore;
  readonly #baseIri: string;
  readonly #options: EngineOptions;
  #store: QuadStore | undefined;
  #dataset: StoredDataset | undefined;

  constructor(quads: Iterable<Quad> | QuadStore, options: EngineOptions) {
    this.#quads = quads;
    this.#baseIri = options.baseIri ?? DEFAULT_BASE;
    this.#options = options;
  }

  async query(text: string, options: QueryOptions = {}): Promise<QueryResult> {
    const { operation, dataset } = await this.#prepare(text, options);
    return this.#evaluate(operation, dataset, options);
  }

  async explain(text: string, options: QueryOptions = {}): Promise<QueryPlan> {
    // Comunica's algebra is the one that can be written as text.
    const { operation: read } = splitDataset(await parseReadOnly(text, this.#baseIri, options));
    const operation = bindParameters(read, options.parameters ?? new Map(), boolean(true));
    const [{ algebraText }, { takesQuery }] = await Promise.all([import('./to-text.ts'), import('./push-down/query.ts')]);
    return {
      sparql: await algebraText(operation),
      evaluation: takesQuery(operation) ? 'whole, over the indexes of the base' : 'pattern by pattern, by Comunica',
    };
  }

  async solutions(text: string, options: QueryOptions = {}): Promise<Solutions | null> {
    const { operation, dataset } = await this.#prepare(text, options);
    const plan = solutionPlan(operation);
    return plan && this.#solve(plan, dataset, options);
  }

  async #solve(plan: SolutionPlan, dataset: StoredDataset, options: QueryOptions): Promise<Solutions> {
    const result = await this.#evaluate(plan.operation, dataset, options);
    if (result.kind !== 'bindings') throw new Error('a projection gives rows');
    const subqueries: Solutions[] = [];
    for (const subquery of plan.subqueries) subqueries.push(await this.#solve(subquery, dataset, options));
    return { result, keys: plan.keys, subqueries };
  }

  async #prepare(text: string, options: QueryOptions): Promise<{ operation: Operation; dataset: StoredDataset }> {
    try {
      const parsed = splitDataset(await parseForPushDown(text, this.#baseIri, options));
      const bound = bindParameters(parsed.operation, options.parameters ?? new Map(), boolean(true));
      return { operation: bound, dataset: this.#read(options.dataset ?? parsed.clause) };
    } catch (error) {
      // Walking a sum of thousands of terms takes as many calls as there are terms.
      if (error instanceof RangeError) throw syntaxError(error, { text, prologue: '', file: options.file ?? 'query' });
      throw error;
    }
  }

  #read(clause: DatasetClause | null): StoredDataset {
    this.#store ??= this.#quads instanceof QuadStore ? this.#quads : QuadStore.from(this.#quads);
    if (clause) return datasetOf(this.#store, clause, this.#options);
    this.#dataset ??= datasetOf(this.#store, null, this.#options);
    return this.#dataset;
  }

  async #evaluate(operation: Operation, dataset: StoredDataset, options: QueryOptions): Promise<QueryResult> {
    try {
      return await evaluateAlgebra(operation, dataset, this.#baseIri, guardOf(options.limits ?? {}));
    } catch (error) {
      throw runtimeError(error, options);
    }
  }
}

/**
 * An engine over the quads of a base. The default graph of a query is the union of the article graphs and `derived`,
 * each triple once; `ontology` and `curation` are read by GRAPH or FROM. Nothing is loaded until the first query.
 * @param quads read once, at the first query; or a store that holds them already
 */
export const createEngine = (quads: Iterable<Quad> | QuadStore, options: EngineOptions = {}): Engine =>
  new QuadEngine(quads, options);
