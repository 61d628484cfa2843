import type { BlankNode, Literal, NamedNode, Quad } from '../rdf/factory.ts';

/** A term that can stand in a result cell. */
export type ResultTerm = NamedNode | BlankNode | Literal;

/** One solution: variable name (without `?`) to term; an unbound variable is absent. */
export type Solution = ReadonlyMap<string, ResultTerm>;

/** Result of SELECT. `truncated` is true where `limits.maxRows` cut the answer short. */
export interface BindingsResult {
  readonly kind: 'bindings';
  readonly columns: readonly string[];
  readonly rows: readonly Solution[];
  readonly truncated: boolean;
}

/** Result of ASK. */
export interface BooleanResult {
  readonly kind: 'boolean';
  readonly value: boolean;
}

/** Result of CONSTRUCT and DESCRIBE. */
export interface QuadsResult {
  readonly kind: 'quads';
  readonly quads: readonly Quad[];
  readonly truncated: boolean;
}

export type QueryResult = BindingsResult | BooleanResult | QuadsResult;

/** What one query may use up. Work is only interrupted between rows; a hard stop needs a process of its own. */
export interface QueryLimits {
  /** Rows (or quads) after which reading stops and the result is marked truncated. */
  readonly maxRows?: number;
  /** Milliseconds after which the query fails. */
  readonly timeoutMs?: number;
}

export interface QueryOptions {
  readonly limits?: QueryLimits;
  /** Terms that take the place of variables (`$actor`) in the parsed query. */
  readonly parameters?: ReadonlyMap<string, ResultTerm>;
  /** Name of the file the text came from, for error messages. */
  readonly file?: string;
  /** The graphs to read, whatever FROM and FROM NAMED say (SPARQL 1.1 Protocol, section 2.1.4). */
  readonly dataset?: DatasetClause;
  /** Where SERVICE may go; without it SERVICE is refused. */
  readonly federation?: Federation;
}

/** The graphs a query reads: those merged into its default graph, and those it may name. */
export interface DatasetClause {
  readonly default: readonly string[];
  readonly named: readonly string[];
}

/** Other endpoints that a query may ask by SERVICE. */
export interface Federation {
  /** IRIs as they must stand in the query. */
  readonly endpoints: ReadonlySet<string>;
  /** Rows of a SELECT that an endpoint answers. */
  select(endpoint: string, text: string): Promise<readonly Solution[]>;
}

/** The seam between the program and whatever evaluates SPARQL. */
export interface Engine {
  /**
   * Evaluates a query over the base. Nothing is ever fetched or changed.
   * @throws DemarcheError (kind `query`) with line and column for malformed text and for refused operations.
   */
  query(text: string, options?: QueryOptions): Promise<QueryResult>;
  /**
   * Every solution that a SELECT rests on, before projection, grouping and limits; what `whyRows` finds claims in.
   * @returns null for other forms
   */
  solutions(text: string, options?: QueryOptions): Promise<Solutions | null>;
  /** What a query runs as, without running it. @throws DemarcheError as `query` does */
  explain(text: string, options?: QueryOptions): Promise<QueryPlan>;
}

/** What a query runs as. */
export interface QueryPlan {
  /** The query with terms in the place of its parameters and all names written out. */
  readonly sparql: string;
  /** What evaluates it, in words. */
  readonly evaluation: string;
}

/** The solutions behind the rows of a SELECT. */
export interface Solutions {
  readonly result: BindingsResult;
  /** Columns by which a solution belongs to a row of the SELECT. */
  readonly keys: readonly string[];
  /** Those behind the rows of each subquery, with which the solutions here are joined. */
  readonly subqueries: readonly Solutions[];
}

/** Where the graphs of a base stand in a dataset. */
export interface EngineOptions {
  /** Base IRI against which relative IRIs of a query resolve: `GRAPH <graph/ontology>`. */
  readonly baseIri?: string;
  /** Named graphs left out of the default graph; `ontology` and `curation` of the base unless given. */
  readonly outsideDefaultGraph?: readonly string[];
  /** Claims that people rejected: triples from or to them are left out of the default graph. */
  readonly rejected?: ReadonlySet<string>;
  /** False: the default graph is the dataset's own, no union of named graphs (as the W3C suites expect). */
  readonly union?: boolean;
}

export const PARAMETER_TYPES = ['actor', 'topic', 'date', 'integer', 'number', 'string', 'boolean', 'iri', 'polarity'] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** A `$variable` of a catalogue query that the caller fills. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly description: string;
  /** Value as a user would type it; null where there is none. */
  readonly default: string | null;
  /** True if the query cannot run without a value. */
  readonly required: boolean;
}

export interface Column {
  readonly name: string;
  readonly description: string;
}

/** A query file with its front matter. */
export interface CatalogueQuery {
  /** File name without `.rq`. */
  readonly name: string;
  readonly file: string;
  readonly summary: string;
  readonly description: string;
  /** Numbers of the competency questions it answers. */
  readonly questions: readonly number[];
  readonly parameters: readonly Parameter[];
  readonly columns: readonly Column[];
  readonly examples: readonly string[];
  readonly text: string;
}

/** The form of a query. */
export type QueryForm = 'select' | 'ask' | 'construct' | 'describe';

export interface QueryFile {
  readonly name: string;
  readonly text: string;
}

/** Named queries, by name in code-unit order. */
export interface Catalogue {
  list(): readonly CatalogueQuery[];
  /** @throws DemarcheError naming the nearest names where there is none of this name. */
  get(name: string): CatalogueQuery;
}

/** The sentence and origin behind a row. */
export interface RowEvidence {
  /** The claim (position, event, statement, …) the sentence supports. */
  readonly claim: string;
  /** Label of the claim's class. */
  readonly kind: string;
  readonly quote: string;
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly article: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** ISO day of publication. */
  readonly published: string | null;
  readonly speaker: string | null;
  readonly rule: string | null;
  readonly confidence: number | null;
}

/** One row of a check query: something in the base that must not be there. */
export interface Finding {
  readonly check: string;
  readonly summary: string;
  /** Column names and values of the row. */
  readonly row: Readonly<Record<string, string>>;
}
