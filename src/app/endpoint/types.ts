import type { DatasetClause, QueryOptions, QueryResult } from '../../sparql/types.ts';
import type { ExportFormat } from '../formats.ts';

/** Form of rows and truth values. */
export type RowFormat = 'json' | 'xml' | 'csv' | 'tsv';
export type GraphFormat = ExportFormat;

/** The form wanted for each kind of answer, as the kind is known only when the query is parsed; null: none that there is. */
export interface WantedFormats {
  readonly bindings: RowFormat | null;
  readonly boolean: RowFormat | null;
  readonly quads: GraphFormat | null;
}

/** What an endpoint is asked. */
export type EndpointRequest =
  | { readonly kind: 'query'; readonly text: string; readonly dataset: DatasetClause | null; readonly formats: WantedFormats }
  /** One graph whole; null: the default graph. */
  | { readonly kind: 'graph'; readonly graph: string | null; readonly format: GraphFormat }
  /** Service description with VoID; `endpoint` is the IRI under which the service is asked. */
  | { readonly kind: 'description'; readonly endpoint: string; readonly graphs: string; readonly format: GraphFormat };

/** An answer in a standard format. */
export interface EndpointAnswer {
  readonly format: RowFormat | GraphFormat;
  /** Rows or triples. */
  readonly rows: number;
  /** Length of the body in bytes. */
  readonly length: number;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Who asks. */
export interface Caller {
  /** By this, waiting is shared out. */
  readonly client: string;
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal;
}

/** Something that answers SPARQL over a base. */
export interface Endpoint {
  /** @throws ProblemError */
  answer(request: EndpointRequest, caller: Caller): Promise<EndpointAnswer>;
  /** Only an endpoint made for it, never that of a user's base, takes updates. @throws ProblemError */
  readonly update?: (text: string, dataset: DatasetClause | null) => Promise<void>;
}

/** What one query may use up. */
export interface EndpointLimits {
  /** From arrival to the first byte of the answer, in milliseconds; waiting counts. */
  readonly timeoutMs: number;
  /** Resident memory above that of an idle process, in MB. */
  readonly memoryMb: number;
  readonly maxRows: number;
}

export const DEFAULT_LIMITS: EndpointLimits = { timeoutMs: 10_000, memoryMb: 512, maxRows: 100_000 };

/** What answers are made of. */
export interface Answering {
  query(text: string, options?: QueryOptions): Promise<QueryResult>;
  baseIri(): Promise<string>;
}
