import { DemarcheError } from '../model/errors.ts';
import { blank, type Quad, quad } from '../rdf/factory.ts';
import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import { termKey } from '../rdf/order.ts';
import type { MemoryStore } from '../store/memory.ts';
import { type Operation, RefusedOperation, splitDataset } from './algebra.ts';
import { datasetOf } from './dataset.ts';
import { evaluateAlgebra } from './evaluate.ts';
import { parseText } from './read-only.ts';
import { inScope } from './solutions.ts';
import type { DatasetClause, EngineOptions, ResultTerm, Solution } from './types.ts';

/*
 * SPARQL 1.1 Update (W3C Recommendation 2013) over a store in memory. Graphs are read, changed and put back whole, so the store
 * needs to know nothing of updates. LOAD is refused: nothing is ever fetched.
 */

type Node = Readonly<Record<string, unknown>>;
type Template = readonly Node[];
/** `DEFAULT`, `NAMED`, `ALL` or a graph's name. */
type Target = string | { readonly value: string };

const keyOf = (each: Quad): string => [each.subject, each.predicate, each.object].map(termKey).join('\u0001');

const fail = (message: string): never => {
  throw new DemarcheError('query', message, { hint: 'write SILENT to go on all the same' });
};

const graphName = (target: Target): string => (typeof target === 'string' ? '' : target.value);

const UNLIMITED = { maxRows: Number.POSITIVE_INFINITY, check: () => {} };

class Updater {
  readonly #store: MemoryStore;
  readonly #options: EngineOptions;
  readonly #dataset: DatasetClause | null;
  #blanks = 0;

  constructor(store: MemoryStore, options: EngineOptions, dataset: DatasetClause | null) {
    this.#store = store;
    this.#options = options;
    this.#dataset = dataset;
  }

  async run(operation: Operation): Promise<void> {
    try {
      await this.#apply(operation);
    } catch (error) {
      if (operation.silent !== true || !(error instanceof DemarcheError)) throw error;
    }
  }

  async #apply(operation: Operation): Promise<void> {
    switch (operation.type) {
      case 'nop':
        return;
      case 'compositeupdate':
        for (const update of operation.updates as readonly Operation[]) await this.run(update);
        return;
      case 'deleteinsert':
        return this.#deleteInsert(operation);
      case 'clear':
      case 'drop':
        return this.#clear(operation.source as Target);
      case 'create':
        if ((await this.#store.get(graphName(operation.source as Target))).length > 0) fail('the graph is there already');
        return;
      case 'add':
      case 'move':
      case 'copy':
        return this.#transfer(operation.type, graphName(operation.source as Target), graphName(operation.destination as Target));
      case 'load':
        throw new RefusedOperation('query', 'LOAD is refused: nothing is fetched', { hint: 'put the graph itself' });
      default:
        throw new DemarcheError('query', 'this is no update', { hint: 'send queries as queries' });
    }
  }

  async #clear(target: Target): Promise<void> {
    const names = ['', ...(await this.#store.graphs())];
    const wanted = {
      DEFAULT: [''],
      NAMED: names.slice(1),
      ALL: names,
    }[typeof target === 'string' ? target : ''] ?? [graphName(target)];
    for (const name of wanted) await this.#store.delete(name);
  }

  async #transfer(kind: string, from: string, to: string): Promise<void> {
    if (from === to) return;
    const quads = await this.#store.get(from);
    if (quads.length === 0 && from !== '') fail('there is no such graph');
    const before = kind === 'add' ? await this.#store.get(to) : [];
    await this.#store.put(to, [...before, ...quads]);
    if (kind === 'move') await this.#store.delete(from);
  }

  async #deleteInsert(operation: Operation): Promise<void> {
    const rows = await this.#solutions(operation.where as Operation | undefined);
    const gone = rows.flatMap((row) => this.#fill(operation.delete as Template | undefined, row));
    const come = rows.flatMap((row) => this.#fill(operation.insert as Template | undefined, row));
    for (const graph of new Set([...gone, ...come].map((each) => each.graph.value))) {
      const here = (each: Quad): boolean => each.graph.value === graph;
      const removed = new Set(gone.filter(here).map(keyOf));
      const kept = (await this.#store.get(graph)).filter((each) => !removed.has(keyOf(each)));
      await this.#store.put(graph, [...kept, ...come.filter(here)]);
    }
  }

  async #solutions(where: Operation | undefined): Promise<readonly Solution[]> {
    if (!where) return [new Map()];
    const { operation, clause } = splitDataset(where);
    const dataset = datasetOf(this.#store.quads, this.#dataset ?? clause, this.#options);
    const query: Operation = { type: 'project', input: operation, variables: inScope(operation) };
    const result = await evaluateAlgebra(query, dataset, this.#options.baseIri ?? DEFAULT_BASE, UNLIMITED);
    return result.kind === 'bindings' ? result.rows : [];
  }

  /** The template's quads for a solution; blank nodes are new for each (section 3.1.3). */
  #fill(template: Template | undefined, row: Solution): Quad[] {
    const own = new Map<string, ResultTerm>();
    const fresh = (label: string): ResultTerm => {
      if (!own.has(label)) own.set(label, blank(`u${this.#store.version}x${this.#blanks++}`));
      return own.get(label)!;
    };
    const term = (value: unknown): ResultTerm | undefined => {
      const { termType, value: text } = value as { termType: string; value: string };
      if (termType === 'Variable') return row.get(text);
      return termType === 'BlankNode' ? fresh(text) : (value as ResultTerm);
    };
    return (template ?? []).flatMap((pattern) => {
      const [subject, predicate, object, graph] = [pattern.subject, pattern.predicate, pattern.object, pattern.graph].map(term);
      if (!subject || !predicate || !object || !graph) return [];
      if (subject.termType === 'Literal' || predicate.termType !== 'NamedNode' || graph.termType === 'Literal') return [];
      return [quad(subject, predicate, object, graph as Quad['graph'])];
    });
  }
}

/** True if the text names graphs by WITH or USING; the algebra has put them into the patterns. */
const namesGraphs = async (text: string): Promise<boolean> => {
  const { Parser } = (await import('sparqljs')).default;
  const parsed = new Parser().parse(text) as {
    updates?: readonly { updateType?: string; graph?: unknown; using?: unknown }[];
  };
  // CLEAR and its kin name a graph too, but read no dataset.
  return (parsed.updates ?? []).some(({ updateType, graph, using }) => updateType !== undefined && Boolean(graph ?? using));
};

/**
 * Carries out an update on a store in memory.
 * @param dataset graphs that WHERE reads, instead of what USING says (SPARQL 1.1 Protocol, section 2.2.3)
 * @throws DemarcheError (kind `query`); what came before in the same request has been done
 */
export const updateStore = async (
  store: MemoryStore,
  text: string,
  options: EngineOptions & { readonly dataset?: DatasetClause | null } = {},
): Promise<void> => {
  const dataset = options.dataset ?? null;
  const operation = await parseText(text, options.baseIri ?? DEFAULT_BASE);
  if (dataset !== null && (await namesGraphs(text)))
    throw new DemarcheError('query', 'the graphs are named by the request and by WITH or USING', { hint: 'name them once' });
  await new Updater(store, options, dataset).run(operation);
};
