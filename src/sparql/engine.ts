import { DemarcheError } from '../model/errors.ts';
import { boolean, type Quad } from '../rdf/factory.ts';
import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import { assertReadOnly, bindParameters, type Operation, splitDataset } from './algebra.ts';
import { evaluateAlgebra, parseAlgebra, type RowGuard } from './comunica.ts';
import { prologueFor } from './prefixes.ts';
import { QuadIndex } from './quad-index.ts';
import { repair } from './repairs.ts';
import { type SolutionPlan, solutionPlan } from './solutions.ts';
import { syntaxError } from './syntax-error.ts';
import type { Engine, EngineOptions, QueryLimits, QueryOptions, QueryResult, Solutions } from './types.ts';

/** Graphs of a base that hold no claims: read by GRAPH or FROM only. */
const APART = ['graph/ontology', 'graph/curation'];

/** Parses the author's text and refuses whatever is not a plain read. */
const parseQuery = async (text: string, baseIri: string, options: QueryOptions): Promise<Operation> => {
  const prologue = prologueFor(baseIri);
  let operation: Operation;
  try {
    operation = await parseAlgebra(prologue + text, baseIri);
  } catch (error) {
    throw syntaxError(error, { text, prologue, file: options.file ?? 'query' });
  }
  assertReadOnly(operation);
  return operation;
};

const rowGuard = (limits: QueryLimits): RowGuard => {
  const deadline = limits.timeoutMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + limits.timeoutMs;
  const maxRows = limits.maxRows ?? Number.POSITIVE_INFINITY;
  return (rowsSoFar) => {
    if (performance.now() > deadline) {
      throw new DemarcheError('query', `the query took more than ${limits.timeoutMs} ms`, {
        hint: 'narrow it down, or raise the limit',
      });
    }
    return rowsSoFar < maxRows;
  };
};

/** What goes wrong while a query runs (an unknown function, recursion too deep) is the query's fault, not a defect. */
const runtimeError = (cause: unknown, options: QueryOptions): DemarcheError => {
  if (cause instanceof DemarcheError) return cause;
  const message = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  const location = options.file === undefined ? {} : { location: { file: options.file } };
  return new DemarcheError('query', `the query failed: ${message}`, { cause, ...location });
};

class QuadEngine implements Engine {
  readonly #quads: Iterable<Quad>;
  readonly #baseIri: string;
  readonly #inDefault: (quad: Quad) => boolean;
  #index: QuadIndex | undefined;

  constructor(quads: Iterable<Quad>, options: EngineOptions) {
    this.#quads = quads;
    this.#baseIri = options.baseIri ?? DEFAULT_BASE;
    const apart = new Set(options.outsideDefaultGraph ?? APART.map((path) => this.#baseIri + path));
    const union = options.union ?? true;
    const rejected = options.rejected ?? new Set();
    const isRejected = ({ subject, object }: Quad): boolean => rejected.has(subject.value) || rejected.has(object.value);
    this.#inDefault = (quad) =>
      quad.graph.termType === 'DefaultGraph' || (union && !apart.has(quad.graph.value) && !isRejected(quad));
  }

  async query(text: string, options: QueryOptions = {}): Promise<QueryResult> {
    const { operation, source } = await this.#prepare(text, options);
    return this.#evaluate(operation, source, options);
  }

  async solutions(text: string, options: QueryOptions = {}): Promise<Solutions | null> {
    const { operation, source } = await this.#prepare(text, options);
    const plan = solutionPlan(operation);
    return plan && this.#solve(plan, source, options);
  }

  async #solve(plan: SolutionPlan, source: QuadIndex, options: QueryOptions): Promise<Solutions> {
    const result = await this.#evaluate(plan.operation, source, options);
    if (result.kind !== 'bindings') throw new Error('a projection gives rows');
    const subqueries: Solutions[] = [];
    for (const subquery of plan.subqueries) subqueries.push(await this.#solve(subquery, source, options));
    return { result, keys: plan.keys, subqueries };
  }

  async #prepare(text: string, options: QueryOptions): Promise<{ operation: Operation; source: QuadIndex }> {
    const parsed = splitDataset(await parseQuery(text, this.#baseIri, options));
    const bound = bindParameters(parsed.operation, options.parameters ?? new Map(), boolean(true));
    this.#index ??= QuadIndex.from(this.#quads, this.#inDefault);
    return { operation: repair(bound), source: parsed.clause ? this.#index.view(parsed.clause) : this.#index };
  }

  async #evaluate(operation: Operation, source: QuadIndex, options: QueryOptions): Promise<QueryResult> {
    try {
      return await evaluateAlgebra(operation, source, this.#baseIri, rowGuard(options.limits ?? {}));
    } catch (error) {
      throw runtimeError(error, options);
    }
  }
}

/**
 * An engine over the quads of a base. The default graph of a query is the union of the article graphs and `derived`,
 * each triple once; `ontology` and `curation` are read by GRAPH or FROM. Nothing is loaded until the first query.
 * @param quads read once, at the first query
 */
export const createEngine = (quads: Iterable<Quad>, options: EngineOptions = {}): Engine => new QuadEngine(quads, options);
